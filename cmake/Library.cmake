# The model as a library: cmake --install BUILD --component model. Not a part of the program, nor of its package.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/rel)
write_basic_package_version_file(rel-config-version.cmake COMPATIBILITY SameMinorVersion)

install(TARGETS rel_model EXPORT rel COMPONENT model EXCLUDE_FROM_ALL ARCHIVE FILE_SET HEADERS)
install(EXPORT rel FILE rel-targets.cmake NAMESPACE rel:: DESTINATION ${package_folder} COMPONENT model EXCLUDE_FROM_ALL)
install(FILES cmake/rel-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/rel-config-version.cmake
        DESTINATION ${package_folder} COMPONENT model EXCLUDE_FROM_ALL)
