# find_package(rel) gives the target rel::model.
include(CMakeFindDependencyMacro)
find_dependency(date)
include(${CMAKE_CURRENT_LIST_DIR}/rel-targets.cmake)
