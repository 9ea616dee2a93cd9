# The Debian package. scripts/package makes it, the same byte for byte from the same commit and compiler.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # what is packaged is the program, not its tests

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 1)
set(CPACK_PACKAGE_CONTACT "The rel maintainers <maintainers@rel.example.net>")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/finish.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libnotify-bin, xdg-utils, fzf, libical3")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "personal relationship tracker for the terminal")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "rel keeps the relationships that matter to one person: friends, family,
customers, colleagues. It is one program over one local file. It tells real
conversations from fleeting touches, says each morning whom to call and why,
prepares the call, and shows whether relationships grow deeper or shallower.
There is no server, no account and no network.")
include(CPack)
