// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http_client.h"

#include "sandbox/base/sys.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>

namespace grindstone::server::test {

namespace {

std::string lowered(std::string text) {
    for (char& letter : text) {
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return text;
}

} // namespace

HttpClient::HttpClient(const std::string& socket) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket.copy(address.sun_path, sizeof address.sun_path - 1);
    if (::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        m_socket.reset();
    }
}

bool HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent =
            retryInterrupted([&] { return ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL); });
        if (sent < 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool HttpClient::fill(std::chrono::milliseconds patience) {
    pollfd waited{m_socket.get(), POLLIN, 0};
    std::array<char, 1 << 16> buffer;
    if (retryInterrupted([&] { return ::poll(&waited, 1, static_cast<int>(patience.count())); }) <= 0) {
        return false;
    }
    const ssize_t got = retryInterrupted([&] { return ::read(m_socket.get(), buffer.data(), buffer.size()); });
    m_buffer.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return got > 0;
}

std::optional<std::string> HttpClient::line() {
    std::size_t end = 0;
    while ((end = m_buffer.find("\r\n")) == std::string::npos) {
        if (!fill()) {
            return std::nullopt;
        }
    }
    std::string found = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 2);
    return found;
}

std::optional<std::string> HttpClient::take(std::size_t size) {
    while (m_buffer.size() < size) {
        if (!fill()) {
            return std::nullopt;
        }
    }
    std::string found = m_buffer.substr(0, size);
    m_buffer.erase(0, size);
    return found;
}

std::optional<std::string> HttpClient::chunk() {
    const auto size = line();
    if (!size || size->empty()) {
        return std::nullopt;
    }
    auto bytes = take(std::stoul(*size, nullptr, 16));
    return line() && bytes && !bytes->empty() ? bytes : std::nullopt;
}

std::optional<Reply> HttpClient::readHead() {
    const auto first = line();
    if (!first || !first->starts_with("HTTP/1.")) {
        return std::nullopt;
    }
    Reply reply;
    reply.status = std::stoi(first->substr(9));
    while (const auto header = line()) {
        if (header->empty()) {
            return reply;
        }
        const std::size_t colon = header->find(": ");
        reply.headers[lowered(header->substr(0, colon))] = header->substr(colon + 2);
    }
    return std::nullopt;
}

std::optional<Reply> HttpClient::read(std::string_view method) {
    auto reply = readHead();
    while (reply && reply->status == 100) {
        reply = readHead();
    }
    if (!reply || method == "HEAD" || reply->status == 204) {
        return reply;
    }
    if (reply->headers["transfer-encoding"] == "chunked") {
        while (const auto part = chunk()) {
            reply->body += *part;
        }
        return reply;
    }
    const auto body = take(std::stoul(reply->headers["content-length"]));
    if (!body) {
        return std::nullopt;
    }
    reply->body = *body;
    return reply;
}

std::optional<Reply> HttpClient::ask(const std::string& method, const std::string& target, const std::string& body,
                                     const std::string& headers) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: here\r\n" + headers;
    if (!body.empty()) {
        text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return send(text + "\r\n" + body) ? read(method) : std::nullopt;
}

std::string HttpClient::readChunksUntil(std::string_view end) {
    std::string all;
    while (all.find(end) == std::string::npos) {
        const auto part = chunk();
        if (!part) {
            break;
        }
        all += *part;
    }
    return all;
}

bool HttpClient::isHungUp(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waited{m_socket.get(), POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waited, 1, static_cast<int>(left.count())) <= 0) {
            return false;
        }
        if (!fill(std::chrono::milliseconds(0))) {
            return true;
        }
    }
}

void HttpClient::stopSending() {
    ::shutdown(m_socket.get(), SHUT_WR);
}

} // namespace grindstone::server::test
