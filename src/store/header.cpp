#include "store/header.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include "store/schema.hpp"

namespace rel::store {

namespace {

// In SQLite's header, four bytes each, the highest first.
constexpr std::size_t version_at = 60;
constexpr std::size_t application_at = 68;
constexpr std::size_t bytes_read = 100;
using FirstBytes = std::array<char, bytes_read>;

int number_at(const FirstBytes& bytes, std::size_t at) {
  unsigned number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return static_cast<int>(number);
}

}  // namespace

bool Header::ours() const {
  return application == application_id && version <= schema_version();
}

std::optional<Header> header_of(const std::string& path) {
  std::error_code problem;
  if (!std::filesystem::is_regular_file(path, problem)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  FirstBytes bytes{};
  file.read(bytes.data(), bytes.size());
  return Header{file.gcount() == 0, number_at(bytes, application_at), number_at(bytes, version_at)};
}

}  // namespace rel::store
