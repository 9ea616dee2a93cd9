// What the cards of every program come to, to the letter.
#include <doctest/doctest.h>

#include "formats/fixtures.hpp"

using rel::formats::test::read_fixture;

TEST_CASE("Google") {
  CHECK(read_fixture("google-3.0.vcf") == R"(
1: Prof. Zoë van der Meer
  nickname Zo
  phone +31 6 5550 1234
  phone 020 555 0199
  email zoe@meer.example
  email z.vandermeer@uni.example
  category Sailing
  category myContacts
  birthday 1975-2-28
  fact lives in Amsterdam
  fact Met at the regatta, 2019.
Likes long letters; hates phone calls.
  fact works as Hoogleraar at Universiteit Voorbeeld
23: Tom, the plumber
  phone (0161) 555 0123
  category myContacts
- URL 1
)");
}

TEST_CASE("iPhone") {
  CHECK(read_fixture("iphone-3.0.vcf") == R"(
1: Dr. Adaeze Ngozi Okafor
  nickname Ada
  phone +234 800 555 0147
  phone (0) 555-0148
  email adaeze@okafor.example
  email ada@clinic.example
  birthday ?-4-12
  anniversary 2010-6-5
  fact lives in Lagos
  fact Sister of Chidi
  fact works as Paediatrician at Lagos Clinic
34: Corner Bakery
  phone 555-0177
  fact works at Corner Bakery
- GROUP 1
- PHOTO 1
- X-ABADR 1
- X-ABSHOWAS 1
- X-SOCIALPROFILE 1
)");
}

TEST_CASE("Android") {
  CHECK(read_fixture("android-2.1.vcf") == R"(
1: Jürgen Müller
  nickname Jürgi
  phone +49 170 5550123
  phone 030-555-0124
  phone 030/5550125
  email juergen@mueller.example
  birthday 1980-4-12
  fact lives in Berlin
  fact works at Beispiel GmbH
25: Mum
  phone 01705550126
  birthday ?-12-24
- PHOTO 1
)");
}

TEST_CASE("Outlook 2003") {
  CHECK(read_fixture("outlook-2003-2.1.vcf") == R"(
1: Dr. Maria J. Castellano Jr., MD
  nickname Mia
  phone (505) 555-0150
  phone (505) 555-0151
  phone (505) 555-0152
  email maria@castellano.example
  birthday 1967-1-2
  fact Old friend from school.
Calls on Sundays.
  fact works in Springfield
  fact works as Surgeon, Doctor at Example Hospital, Surgery
- KEY 1
- LABEL 1
- URL 1
)");
}

TEST_CASE("Outlook 2007") {
  CHECK(read_fixture("outlook-2007-2.1.vcf") == R"(
1: Änne Größl
  nickname Änni
  phone +43 664 5550161
  phone 0043 1 5550160
  email aenne@groessl.example
  anniversary 2005-5-21
  birthday 1959-12-31
  fact lives in Wien
  fact works as Geschäftsführerin at Müßig & Söhne
20: José D’Angelo
  phone 555 0162
- LABEL 1
- X-MS-OL-DEFAULT-POSTAL-ADDRESS 1
- X-MS-OL-DESIGN 1
)");
}

TEST_CASE("Thunderbird") {
  CHECK(read_fixture("thunderbird-4.0.vcf") == R"(
1: Björn Håkansson
  uid 3f2c9a4e-5a57-4e0e-8a5d-0d3f1e6b7c88
  nickname Nalle
  nickname Björnen
  nickname Skipper, the
  phone +46-70-555-01-71
  phone 08-555 01 70
  email bjorn@hakansson.example
  email b.hakansson@work.example
  anniversary 2015-6-20
  fact Träffades på färjan till Åland – pratade hela natten om båtar, öar och väder
Skickar vykort.
17: Ærøskøbing Ølgård-Sørensen Frederiksberg Østerbro Nørrebro Kærgård Åbenrå
  uid ccc0a3a6-0f0c-4a7d-9a57-7a0b5d4b9a11
  email frederik@olgard.example
  birthday ?-4-12
- BDAY 19910229 1
- X-CUSTOM1 1
)");
}

TEST_CASE("KDE") {
  CHECK(read_fixture("kde-4.0.vcf") == R"(
1: Ilse Brandstätter
  uid a0c7e9b2-3c0f-4a3c-8f10-0c5c3d2b1a99
  nickname Ilsebill
  phone +49-30-5550180
  email ilse@beispiel.example
  email ilse@arbeit.example
  category Freunde
  category Verein, alt
  anniversary 2011-9-10
  birthday 1983-7-31
  fact Erste Zeile
Zweite Zeile
  fact works at Beispielverein
  fact spouse: Otto
- GROUP 1
- LANG 1
- X-KADDRESSBOOK-BLOGFEED 1
)");
}

TEST_CASE("Lotus Notes") {
  CHECK(read_fixture("lotus-2.1.vcf") == R"(
1: Mme Aurélie Lefèvre
  uid C1256A5B-004F2E31
  phone 06.55.50.01.91
  phone 01 55 50 01 90
  email aurelie@lefevre.example
  email Aurelie Lefevre/Ventes/Exemple@EXEMPLE
  birthday 1962-11-30
  fact works in Lyon
  fact works at Exemple SA, Ventes
- AGENT 1
)");
}

TEST_CASE("BlackBerry") {
  CHECK(read_fixture("blackberry-2.1.vcf") == R"(
1: Priya Raman
  phone 4165550134
  phone +1 416 555 0133x22
  phone 2100000A
  email priya@raman.example
  birthday 1986-7-19
  anniversary 2012-2-29
  fact lives in Toronto
  fact Line one
Line two
  fact works as Engineer at Example Telecom
- PHOTO 1
)");
}

TEST_CASE("a Japanese telephone") {
  CHECK(read_fixture("sjis-2.1.vcf") == R"(
1: 表 能子
  phone 09055500101
  birthday 1972-2-29
10: 一郎 髙橋
  nickname ｲﾁﾛｰ
  phone 03-5550-0102
- ADR 1
- SOUND 1
)");
}
