# The packages, all from Debian 12 (scripts/packages lists them). Nothing is vendored or downloaded.
find_package(PkgConfig REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(fmt REQUIRED)
find_package(date REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(libmd REQUIRED IMPORTED_TARGET libmd)
pkg_check_modules(expat REQUIRED IMPORTED_TARGET expat)

# Its headers only: libical is loaded when a calendar is imported. With its ICU it would be ten times our size.
find_path(LIBICAL_HEADERS libical/ical.h)

add_library(rel_utf8proc INTERFACE)
add_library(rel_libmd INTERFACE)
add_library(rel_expat INTERFACE)
add_library(rel_fmt INTERFACE)
if(REL_STATIC)
  # A binary that needs only glibc starts in half the time and runs where our packages are not installed.
  find_library(SQLITE_ARCHIVE libsqlite3.a REQUIRED)
  find_library(UTF8PROC_ARCHIVE libutf8proc.a REQUIRED)
  find_library(MD_ARCHIVE libmd.a REQUIRED)
  find_library(EXPAT_ARCHIVE libexpat.a REQUIRED)
  set_target_properties(SQLite::SQLite3 PROPERTIES IMPORTED_LOCATION ${SQLITE_ARCHIVE} INTERFACE_LINK_LIBRARIES m)
  target_link_libraries(rel_utf8proc INTERFACE ${UTF8PROC_ARCHIVE})
  target_link_libraries(rel_libmd INTERFACE ${MD_ARCHIVE})
  target_link_libraries(rel_expat INTERFACE ${EXPAT_ARCHIVE})
  target_link_libraries(rel_fmt INTERFACE fmt::fmt-header-only)
else()
  target_link_libraries(rel_utf8proc INTERFACE PkgConfig::utf8proc)
  target_link_libraries(rel_libmd INTERFACE PkgConfig::libmd)
  target_link_libraries(rel_expat INTERFACE PkgConfig::expat)
  target_link_libraries(rel_fmt INTERFACE fmt::fmt)
endif()

# The session extension keeps the history; without it nothing may be written, so it is checked here.
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_LIBRARIES SQLite::SQLite3 m)
check_cxx_source_compiles("
  #define SQLITE_ENABLE_SESSION
  #define SQLITE_ENABLE_PREUPDATE_HOOK
  #include <sqlite3.h>
  int main() { sqlite3_session* s = nullptr; return sqlite3session_create(nullptr, \"main\", &s); }"
  REL_SQLITE_HAS_SESSION)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT REL_SQLITE_HAS_SESSION)
  message(FATAL_ERROR "rel needs an SQLite with the session extension (SQLITE_ENABLE_SESSION); Debian 12's has it.")
endif()
