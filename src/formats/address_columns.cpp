#include "formats/address_columns.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "formats/ascii.hpp"
#include "text/fold.hpp"

namespace rel::formats {
namespace {

struct Synonyms {
  ColumnRole role;
  std::string_view names;  // with | between them
};

// English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Czech, Russian, Ukrainian, Swedish,
// Danish, Norwegian, Finnish, Hungarian, Turkish, Japanese, Chinese, Korean: as Google, Outlook, Thunderbird,
// Apple and LinkedIn write them, and as people do. Where two languages differ, what address books say wins.
constexpr Synonyms synonyms[] = {
    {ColumnRole::full,
     "name|full name|display name|contact name|contact|person|anzeigename|angezeigter name|vollständiger "
     "name|"
     "nom complet|nom affiché|nom à afficher|nom d'affichage|nombre completo|nombre para mostrar|"
     "nombre a mostrar|nome completo|nome visualizzato|nome da visualizzare|weergavenaam|volledige naam|naam|"
     "nome de exibição|nome a apresentar|nome para exibição|nazwa wyświetlana|imię i nazwisko|"
     "zobrazované jméno|celé jméno|отображаемое имя|полное имя|фио|ф.и.о.|краткое имя|"
     "ім'я для показу|повне ім'я|visningsnamn|fullständigt namn|namn|vist navn|visningsnavn|fulde navn|"
     "fullt navn|navn|näyttönimi|koko nimi|nimi|megjelenített név|teljes név|név|görünen ad|tam ad|ad soyad|"
     "adı soyadı|isim|表示名|氏名|名前|フルネーム|显示名称|显示名|姓名|全名|顯示名稱|이름 표시|표시 "
     "이름|성명|성함"},
    {ColumnRole::given,
     "given name|first name|firstname|given|forename|christian name|vorname|prénom|prenom|nombre|primer "
     "nombre|"
     "nombre de pila|nome|primo nome|voornaam|nome próprio|primeiro nome|imię|jméno|křestní jméno|имя|ім'я|"
     "förnamn|fornavn|etunimi|utónév|keresztnév|ad|adı|名|名字|이름"},
    {ColumnRole::middle,
     "additional name|middle name|middle|weitere vornamen|zweiter vorname|deuxième prénom|autre prénom|"
     "autres prénoms|segundo nombre|secondo nome|tweede voornaam|middelste naam|nome do meio|segundo nome|"
     "drugie imię|prostřední jméno|druhé jméno|отчество|по "
     "батькові|andranamn|mellannamn|mellemnavn|mellomnavn|"
     "toinen nimi|második utónév|ikinci ad|ikinci adı|ミドル ネーム|ミドルネーム|中间名|中間名|중간 이름"},
    {ColumnRole::family,
     "family name|last name|lastname|surname|family|nachname|familienname|name (familie)|nom|nom de famille|"
     "apellido|apellidos|cognome|achternaam|familienaam|apelido|sobrenome|último "
     "nome|nazwisko|příjmení|фамилия|"
     "прізвище|efternamn|efternavn|etternavn|sukunimi|vezetéknév|családnév|soyadı|soyad|soyisim|姓|성"},
    {ColumnRole::suffix,
     "name "
     "suffix|suffix|namenssuffix|namenszusatz|suffixe|sufijo|suffisso|achtervoegsel|sufixo|sufiks|přípona|"
     "суффикс|суфікс|suffiks|utótag|son ek|敬称|后缀|後綴|호칭"},
    {ColumnRole::nickname,
     "nickname|nick|alias|spitzname|rufname|surnom|pseudo|apodo|sobrenombre|alias|soprannome|bijnaam|"
     "roepnaam|"
     "apelidos conhecidos|alcunha|pseudonim|przezwisko|přezdívka|псевдоним|прозвище|псевдонім|прізвисько|"
     "smeknamn|kælenavn|kallenavn|lempinimi|becenév|takma ad|takma adı|ニックネーム|昵称|暱稱|별명|닉네임"},
    {ColumnRole::birthday,
     "birthday|birth date|birthdate|date of birth|dob|born|geburtstag|geburtsdatum|anniversaire|"
     "date de naissance|naissance|cumpleaños|fecha de nacimiento|compleanno|data di nascita|verjaardag|"
     "geboortedatum|aniversário|data de nascimento|data de aniversário|urodziny|data urodzenia|narozeniny|"
     "datum narození|день рождения|дата рождения|день народження|дата народження|födelsedag|födelsedatum|"
     "fødselsdag|fødselsdato|bursdag|syntymäpäivä|syntymäaika|születésnap|születési dátum|doğum günü|"
     "doğum tarihi|誕生日|生年月日|生日|出生日期|생일|생년월일"},
    {ColumnRole::anniversary,
     "anniversary|wedding anniversary|wedding|jahrestag|hochzeitstag|anniversaire de mariage ou fête|"
     "anniversaire de mariage|aniversario|anniversario|trouwdag|gedenkdag|speciale datum|data comemorativa|"
     "aniversário de casamento|bodas|rocznica|výročí|годовщина|річниця|årsdag|bröllopsdag|mærkedag|jubileum|"
     "bryllupsdag|vuosipäivä|hääpäivä|évforduló|yıldönümü|記念日|纪念日|紀念日|기념일"},
    {ColumnRole::birth_year,
     "birth year|geburtsjahr|année de naissance|año de nacimiento|anno di nascita|geboortejaar|"
     "ano de nascimento|rok urodzenia|rok narození|год рождения|рік "
     "народження|födelseår|fødselsår|syntymävuosi|"
     "születési év|doğum yılı|誕生年|生年|出生年份|출생 연도"},
    {ColumnRole::birth_month,
     "birth month|geburtsmonat|mois de naissance|mes de nacimiento|mese di nascita|geboortemaand|"
     "mês de nascimento|miesiąc urodzenia|měsíc narození|месяц рождения|місяць "
     "народження|födelsemånad|fødselsmåned|"
     "syntymäkuukausi|születési hónap|doğum ayı|誕生月|出生月份|출생 월"},
    {ColumnRole::birth_day,
     "birth day|geburtstag (tag)|jour de naissance|día de nacimiento|giorno di nascita|geboortedag|"
     "dia de nascimento|dzień urodzenia|den narození|число рождения|födelsedag (dag)|fødselsdag (dag)|"
     "születési nap|doğum günü (gün)|誕生日 (日)|出生日|출생 일"},
    {ColumnRole::note,
     "notes|note|comments|comment|remarks|notizen|notiz|bemerkungen|bemerkung|anmerkungen|remarques|"
     "commentaires|"
     "notas|nota|comentarios|annotazioni|notities|opmerkingen|observações|anotações|notatki|uwagi|poznámky|"
     "poznámka|заметки|примечания|примечание|нотатки|примітки|anteckningar|noter|bemærkninger|notater|"
     "merknader|"
     "muistiinpanot|huomautukset|jegyzetek|megjegyzés|megjegyzések|notlar|not|メモ|備考|备注|備註|附註|메모|"
     "비고"},
    {ColumnRole::label,
     "categories|category|labels|label|tags|tag|groups|group|group membership|mailing "
     "list|kategorien|kategorie|"
     "gruppen|gruppe|schlagwörter|catégories|catégorie|libellés|groupes|categorías|categoría|etiquetas|"
     "grupos|"
     "categorie|categoria|etichette|gruppi|categorieën|labels|groepen|categorias|marcadores|kategorie|"
     "kategoria|"
     "etykiety|grupy|skupiny|štítky|категории|категория|группы|ярлыки|метки|категорії|групи|kategorier|"
     "grupper|"
     "etiketter|luokat|ryhmät|kategóriák|csoportok|kategoriler|gruplar|etiketler|分類|分类|類別|类别|"
     "グループ|"
     "ラベル|标签|標籤|범주|그룹|라벨"},
    {ColumnRole::company,
     "organization # name|organization name|organization|organisation|company|company name|firma|unternehmen|"
     "société|entreprise|organización|empresa|compañía|società|azienda|organizzazione|bedrijf|organisatie|"
     "organização|organizacja|společnost|organizace|организация|компания|організація|компанія|företag|"
     "organisationsnavn|virksomhed|bedrift|organisasjon|yritys|organisaatio|cég|szervezet|şirket|kuruluş|"
     "会社|会社名|組織|公司|单位|單位|组织|회사|조직"},
    {ColumnRole::job,
     "organization # title|organization title|job "
     "title|position|occupation|profession|stellenbezeichnung|beruf|"
     "titre|fonction|poste|profession|cargo|puesto|profesión|qualifica|posizione|professione|functie|beroep|"
     "função|profissão|stanowisko|zawód|pracovní "
     "zařazení|funkce|povolání|должность|профессия|посада|befattning|"
     "yrke|stilling|titel (job)|tehtävänimike|ammatti|beosztás|foglalkozás|iş "
     "unvanı|meslek|役職|職業|职务|職稱|"
     "职位|職位|직함|직책"},
    {ColumnRole::town,
     "home city|city|town|ort|stadt|wohnort|ort privat|privat ort|ville|ville (domicile)|ville "
     "domicile|ciudad|"
     "ciudad (particular)|ciudad de residencia|città|città (ab.)|città abitazione|woonplaats|plaats|"
     "plaats (thuis)|cidade|cidade (residencial)|miasto|miasto (dom)|město|město (domů)|город|город (дом)|"
     "місто|ort (hem)|by|by (privat)|poststed|kaupunki|postitoimipaikka|város|şehir|ev şehri|市区町村|城市|"
     "住宅地址 市|도시|address # city"},
    {ColumnRole::fax,
     "fax|fax number|business fax|home fax|other fax|work fax|pager|pager number|telex|tty tdd "
     "phone|faxnummer|"
     "fax geschäftlich|fax privat|weiteres fax|télécopie (bureau)|télécopie|fax del trabajo|fax particular|"
     "fax (uff.)|fax abitazione|fax op werk|fax thuis|fax comercial|fax służbowy|faks|факс|рабочий факс|"
     "numero di fax|número de fax|ファックス番号|传真|商务传真|傳真|팩스"},
    {ColumnRole::event_name, "event # type|event # label"},
    {ColumnRole::event_day, "event # value"},
    {ColumnRole::email,
     "e mail # value|e mail address|e mail # address|email address|e mail|email|mail|primary email|"
     "secondary email"},
    {ColumnRole::phone,
     "phone # value|tel|tel #|tél|tlf|тел|number|nummer|rufnummer|numéro|número|numero|номер|番号"},
    {ColumnRole::nothing,
     "file as|e mail # type|e mail # label|phone # type|phone # label|e mail type|e mail display name|"
     "e mail # display name|priority|private|sensitivity|gender|title|name "
     "prefix|anrede|titel|language|photo|"
     "titre (civilité)|tratamiento|titolo|aanhef|título|tytuł|oslovení|обращение|id|read only|read-only|"
     "priorität|priorité|prioridad|priorità|prioriteit|prioridade|vertraulichkeit|geschlecht|sexe|sexo|sesso|"
     "geslacht|płeć|пол|肩書き|称谓|稱謂|phonetic first name|phonetic last name|phonetic middle name|yomi "
     "name|"
     "address # label|address # type|website # label|relation # label|custom field # label|im # type|im # "
     "service"},
};

// What headings are made of where no list has them whole.
constexpr std::string_view mail_parts[] = {
    "e mail",     "email",   "mail",   "correo", "courriel", "correio", "электронн",         "эл почт",
    "електронн",  "ел пошт", "メール", "邮件",   "郵件",     "이메일",  "posta elettronica", "e posta",
    "sähköposti", "e post",  "邮箱"};
constexpr std::string_view phone_parts[] = {
    "phone",   "telefon",   "telephone",    "telefono", "telefoon", "телефон",  "電話",
    "电话",    "전화",      "mobil",        "handy",    "movil",    "cell",     "cellulare",
    "celular", "telemovel", "portable",     "gsm",      "携帯",     "手机",     "手機",
    "휴대",    "puhelin",   "matkapuhelin", "komork",   "komórk",   "whatsapp", "signal"};
constexpr std::string_view silent_parts[] = {
    "fax",  "faks", "факс", "pager",        "telex",           "ファックス",
    "传真", "傳真", "팩스", "personensuch", "téléavertisseur", "télécopie"};
constexpr std::string_view remark_parts[] = {
    "type",      "typ",       "tipo",     "тип",       "種類",     "类型",    "類型",    "종류",
    "유형",      "label",     "display",  "angezeigt", "anzeige",  "affiche", "complet", "mostrar",
    "visualizz", "weergave",  "wyswietl", "отображ",   "краткое",  "表示",    "显示",    "顯示",
    "표시",      "assistant", "assisten", "company",   "callback", "ruckruf", "radio",   "isdn",
    "format",    "preferred", "mailing",  "zip",       "postal"};

/// The words of an entry and of a heading alike.
std::string words_of(std::string_view text) {
  std::string out;
  for (const char c : text::fold(text)) {
    const bool figure = is_digit(c);
    if (figure && out.ends_with('#')) continue;
    const bool mark = std::string_view(" \t-_:.,;()[]*/'\"`").find(c) != std::string_view::npos;
    if (figure)
      out += '#';
    else if (!mark)
      out += c;
    else if (!out.empty() && !out.ends_with(' '))
      out += ' ';
  }
  return std::string(stripped(out));
}

const std::unordered_map<std::string, ColumnRole>& roles() {
  static const auto all = [] {
    std::unordered_map<std::string, ColumnRole> known;
    for (const auto& [role, names] : synonyms) {
      for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find('|', begin), names.size());
        known.try_emplace(words_of(names.substr(begin, end - begin)), role);
        begin = end + 1;
      }
    }
    return known;
  }();
  return all;
}

template <std::size_t n>
bool holds_any(const std::string& heading, const std::string_view (&parts)[n]) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return heading.find(words_of(part)) != std::string::npos; });
}

}  // namespace

std::string compared_heading(std::string_view heading) {
  return words_of(heading);
}

ColumnRole column_role(std::string_view heading) {
  const std::string name = words_of(heading);
  const auto known = roles().find(name);
  if (known != roles().end()) return known->second;
  if (name.size() > 2 && name.ends_with(" #")) return column_role(name.substr(0, name.size() - 2));
  if (name.ends_with('#') && name.size() > 1) return column_role(name.substr(0, name.size() - 1));
  const bool mail = holds_any(name, mail_parts);
  const bool phone = holds_any(name, phone_parts);
  if (!mail && !phone) return holds_any(name, silent_parts) ? ColumnRole::fax : ColumnRole::none;
  if (holds_any(name, remark_parts)) return mail ? ColumnRole::nothing : ColumnRole::none;
  if (holds_any(name, silent_parts)) return ColumnRole::fax;
  return mail ? ColumnRole::email : ColumnRole::phone;
}

std::optional<ColumnRole> role_from(std::string_view word) {
  constexpr std::pair<std::string_view, ColumnRole> words[] = {{"name", ColumnRole::full},
                                                               {"given", ColumnRole::given},
                                                               {"first", ColumnRole::given},
                                                               {"family", ColumnRole::family},
                                                               {"last", ColumnRole::family},
                                                               {"nickname", ColumnRole::nickname},
                                                               {"alias", ColumnRole::nickname},
                                                               {"email", ColumnRole::email},
                                                               {"phone", ColumnRole::phone},
                                                               {"birthday", ColumnRole::birthday},
                                                               {"anniversary", ColumnRole::anniversary},
                                                               {"tag", ColumnRole::label},
                                                               {"tags", ColumnRole::label},
                                                               {"note", ColumnRole::note},
                                                               {"company", ColumnRole::company},
                                                               {"job", ColumnRole::job},
                                                               {"town", ColumnRole::town}};
  const auto* found = std::ranges::find(words, word, [](const auto& one) { return one.first; });
  return found == std::end(words) ? std::nullopt : std::optional(found->second);
}

}  // namespace rel::formats
