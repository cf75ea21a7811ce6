// SPDX-License-Identifier: GPL-3.0-or-later
// What a program wrote to its standard error, in which the judge looks for the last words of its runtime.
#include "judge/engine/memory_report.h"
#include "judge/engine/uncaught_error.h"
#include "tests/fuzz/promise.h"

using grindstone::tests::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    grindstone::judge::findMemoryReport(bytes);
    if (const auto found = grindstone::judge::findUncaughtError(bytes)) {
        promise(!found->name.empty() || !found->message.empty(), "what was found says something");
        promise(found->name.size() <= 200 && found->message.size() <= 200, "both parts are short");
        promise((found->name + found->message).find('\n') == std::string::npos, "both are of one line");
        promise(bytes.find(found->message) != bytes.npos, "the message is the program's own");
    }
    return 0;
}
