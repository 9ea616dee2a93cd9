#include "formats/xml.hpp"

#include <expat.h>

#include <array>
#include <exception>
#include <istream>
#include <memory>
#include <string>

#include "formats/xml_repair.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t most_at_once = 64 * 1024;  // bytes
constexpr int deepest_element = 64;

/// The parser and what it tells of. Its callbacks come through C, which no exception may cross.
class XmlReader {
 public:
  explicit XmlReader(const std::function<void(const XmlElement&)>& take)
      : take_(take), parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start, end);
    XML_SetStartDoctypeDeclHandler(parser_.get(), doctype);
  }

  bool parse(const std::string& text, bool last) {
    const auto status =
        XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), last ? XML_TRUE : XML_FALSE);
    if (thrown_) std::rethrow_exception(thrown_);
    return status != XML_STATUS_ERROR;
  }

  Problem problem() const {
    const std::string why =
        !why_.empty() ? why_ : std::string("is not XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get()));
    return {line(), why};
  }
  std::size_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }

 private:
  static void start(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<XmlReader*>(self)->take(name, attributes);
  }
  static void end(void* self, const XML_Char*) { --static_cast<XmlReader*>(self)->depth_; }
  static void doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<XmlReader*>(self)->stop("declares a document type, which may hold anything");
  }

  void take(const char* name, const char* const* attributes) {
    if (++depth_ > deepest_element) return stop("is nested too deeply");
    try {
      take_(XmlElement(name, attributes, line()));
    } catch (...) {
      thrown_ = std::current_exception();
      stop("");
    }
  }

  void stop(const std::string& why) {
    why_ = why;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  const std::function<void(const XmlElement&)>& take_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::exception_ptr thrown_;
  std::string why_;
  int depth_ = 0;
};

}  // namespace

std::optional<std::string_view> XmlElement::attribute(std::string_view name) const {
  for (const char* const* at = attributes_; *at; at += 2) {
    if (name == at[0]) return at[1];
  }
  return std::nullopt;
}

std::optional<Problem> read_xml(std::istream& in, const std::function<void(const XmlElement&)>& take) {
  XmlReader reader(take);
  XmlRepair repair;
  std::array<char, most_at_once> bytes{};
  std::string text;
  for (bool last = false; !last;) {
    in.read(bytes.data(), bytes.size());
    const auto got = static_cast<std::size_t>(in.gcount());
    last = got < bytes.size();
    text.clear();
    repair.put({bytes.data(), got}, text);
    if (last) repair.finish(text);
    if (!reader.parse(text, last)) return reader.problem();
    if (repair.endless()) return Problem{reader.line(), "a tag of more than 1 MiB: is it XML?"};
  }
  return std::nullopt;
}

}  // namespace rel::formats
