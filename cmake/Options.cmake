# Compile options that every target shares.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(rel_options INTERFACE)
target_include_directories(rel_options INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
target_compile_options(rel_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-missing-field-initializers)  # designated initializers leave out what has a default
# The library checks what it is asked for: whatever goes beyond the end of something ends the program there.
target_compile_definitions(rel_options INTERFACE _GLIBCXX_ASSERTIONS)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12 on std::string (PR 105329), and of the library that checks itself at -O3.
  target_compile_options(rel_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(REL_STRICT)
  target_compile_options(rel_options INTERFACE -Werror)
endif()
if(REL_SANITIZE)
  # Instrumented code confuses g++'s own analysis: it warns of uninitialized members inside the standard library.
  target_compile_options(rel_options INTERFACE -fsanitize=${REL_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(rel_options INTERFACE -fsanitize=${REL_SANITIZE})
endif()
