# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries every compiler flag; each of our targets links it.

find_program(GRINDSTONE_CCACHE ccache)
if(GRINDSTONE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The sloppiness that ccache's manual asks for where there are precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        "${GRINDSTONE_CCACHE}")
endif()

# GCC 12 and 13 see overlapping copies in std::string where there are none, from -O2 on (GCC bugs 105329 and 105651).
set(GRINDSTONE_FALSE_ALARMS)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    list(APPEND GRINDSTONE_FALSE_ALARMS -Wno-restrict)
endif()

# grindstone_precompile(target [header …]): parses the headers that nearly every file of a layer needs only once. Each
# file still includes what it uses.
function(grindstone_precompile target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        target_compile_options(${target} PRIVATE -fpch-preprocess) # lets ccache see through it
    endif()
    target_precompile_headers(${target} PRIVATE
        <algorithm> <chrono> <filesystem> <functional> <memory> <optional> <stop_token> <string> <string_view> <vector>
        <tl/expected.hpp> ${ARGN})
endfunction()

# Flags that also the static helper is built with.
add_library(grindstone_warnings INTERFACE)
target_compile_features(grindstone_warnings INTERFACE cxx_std_20)
target_include_directories(grindstone_warnings INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(grindstone_warnings INTERFACE
    -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers
    ${GRINDSTONE_FALSE_ALARMS}
    $<$<BOOL:${GRINDSTONE_WERROR}>:-Werror>)
set(CMAKE_CXX_EXTENSIONS ON)

add_library(grindstone_flags INTERFACE)
target_link_libraries(grindstone_flags INTERFACE grindstone_warnings)
if(GRINDSTONE_SANITIZE)
    target_compile_options(grindstone_flags INTERFACE
        -fsanitize=${GRINDSTONE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(grindstone_flags INTERFACE -fsanitize=${GRINDSTONE_SANITIZE})
endif()

add_library(grindstone_qt_flags INTERFACE)
target_link_libraries(grindstone_qt_flags INTERFACE grindstone_flags)
target_compile_definitions(grindstone_qt_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH QT_NO_KEYWORDS)
