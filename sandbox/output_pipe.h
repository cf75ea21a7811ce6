// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/outcome.h"

namespace grindstone::sandbox {

/// One output stream of a run: a pipe whose far end the program writes to, and the memory that keeps what it wrote.
class OutputPipe {
public:
    static Result<OutputPipe> create(const char* name);

    int writeEnd() const { return m_writeEnd.get(); }
    void closeWriteEnd() { m_writeEnd.reset(); }
    /// To poll; -1 once all writers are gone.
    int readEnd() const { return m_readEnd.get(); }

    /// Moves what is there now, keeping at most `allowed` further bytes. Fails with "sandbox.memory".
    Result<void> drain(Bytes allowed);
    Bytes kept() const { return m_capture.size; }
    bool cut() const { return m_capture.cut; }
    /// What came, sealed. Fails with "sandbox.memory".
    Result<Capture> take();

private:
    explicit OutputPipe(const char* name) : m_name(name) {}
    Result<void> ensureMemory();
    void grow();

    const char* m_name;
    UniqueFd m_readEnd;
    UniqueFd m_writeEnd;
    Capture m_capture;
    bool m_grown = false;
};

} // namespace grindstone::sandbox
