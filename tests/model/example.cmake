# Installs the model, builds docs/examples against it alone, and compares what the example prints.
# cmake -D BUILD=… -D SOURCE=… -D SCRATCH=… -D COMPILER=… -P example.cmake
file(REMOVE_RECURSE ${SCRATCH})
set(checked COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --component model --prefix ${SCRATCH}/prefix ${checked})
execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH}/build -D CMAKE_PREFIX_PATH=${SCRATCH}/prefix
                        -D CMAKE_CXX_COMPILER=${COMPILER} ${checked})
execute_process(COMMAND ${CMAKE_COMMAND} --build ${SCRATCH}/build ${checked})
execute_process(COMMAND ${SCRATCH}/build/urgency OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)

# The figures of the worked example in docs/model.md.
set(expected "\
2026-02-26  r = 0.000  U = 0.000  p = 1.000
2026-03-12  r = 0.467  U = 0.636  p = 0.520
2026-03-28  r = 1.000  U = 1.000  p = 0.274  due
2026-04-27  r = 2.000  U = 1.333  p = 0.102  due
")
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "the example printed\n${printed}instead of\n${expected}")
endif()
