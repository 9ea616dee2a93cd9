#include "store/header.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "store/schema.hpp"

namespace rel::store {

namespace {

constexpr std::string_view sqlite_mark{"SQLite format 3", 16};  // with the zero at its end
constexpr std::size_t page_size_at = 16;
constexpr std::uint32_t largest_page = 65536;  // is written as 1

}  // namespace

std::uint32_t number_at(const FirstBytes& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | bytes[i];
  return number;
}

std::uint32_t page_size_in(const FirstBytes& bytes) {
  const std::uint32_t size = number_at(bytes, page_size_at) >> 16;
  return size == 1 ? largest_page : size;
}

FirstBytes first_bytes(Database& database) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  FirstBytes bytes{};
  const int code = file->pMethods->xRead(file, bytes.data(), bytes.size(), 0);
  if (code != SQLITE_IOERR_SHORT_READ) database.check(code, "its header");
  return bytes;
}

std::uint64_t size_of(Database& database) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_int64 size = 0;
  database.check(file->pMethods->xFileSize(file, &size), "its size");
  return static_cast<std::uint64_t>(size);
}

bool Header::ours() const {
  return application == application_id && version <= schema_version();
}

std::optional<Header> header_of(const std::string& path) {
  std::error_code problem;
  if (!std::filesystem::is_regular_file(path, problem)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  FirstBytes bytes{};
  file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
  return Header{file.gcount() == 0, std::equal(sqlite_mark.begin(), sqlite_mark.end(), bytes.begin()),
                static_cast<int>(number_at(bytes, application_at)),
                static_cast<int>(number_at(bytes, version_at))};
}

}  // namespace rel::store
