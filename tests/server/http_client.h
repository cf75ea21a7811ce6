// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace grindstone::server::test {

struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// A client's end of a connection, as good or bad as a test wants it. Everything waits ten seconds at most.
class HttpClient {
public:
    explicit HttpClient(const std::string& socket);

    bool isConnected() const { return static_cast<bool>(m_socket); }
    /// False when the server does not take it.
    bool send(std::string_view bytes);
    /// The next whole answer; nothing when the connection ends before.
    std::optional<Reply> read(std::string_view method = "GET");
    /// One request with a body, and its answer.
    std::optional<Reply> ask(const std::string& method, const std::string& target, const std::string& body = {},
                             const std::string& headers = {});

    /// What comes of a chunked answer until `end` is in it, or until it ends. For streams: headers first.
    std::optional<Reply> readHead();
    std::string readChunksUntil(std::string_view end);
    /// True when the server hangs up, whatever it says before, within `patience`.
    bool isHungUp(std::chrono::milliseconds patience);
    void stopSending();
    void close() { m_socket.reset(); }

private:
    bool fill(std::chrono::milliseconds patience = std::chrono::seconds(10));
    std::optional<std::string> line();
    std::optional<std::string> take(std::size_t size);
    /// Nothing at the last one, or where the connection ends.
    std::optional<std::string> chunk();

    UniqueFd m_socket;
    std::string m_buffer;
};

} // namespace grindstone::server::test
