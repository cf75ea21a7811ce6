// SPDX-License-Identifier: GPL-3.0-or-later
// How a request goes, in terms of libmicrohttpd 0.9.75: its request line calls onTarget(), its headers the first
// onRequest(); further calls bring the body, and the last has none. There the connection is suspended and a lane gets
// the request. Its thread leaves the answer in the exchange and resumes the connection, which makes libmicrohttpd call
// onRequest() once more, to queue the answer. Only then does onCompleted() end the exchange.
//
// While a body arrives no answer can be queued. Whoever sends without end gets the refusal written past the library,
// and is hung up on.
#include "app/server/http_server.h"

#include "app/server/error_response.h"
#include "app/server/streamed_answer.h"

#include <microhttpd.h>

#include <sys/socket.h>

#include <atomic>
#include <charconv>
#include <condition_variable>
#include <set>

namespace grindstone::server {

namespace {

/// Connections above the limit that are served a refusal; those beyond wait in the kernel.
constexpr std::size_t Surplus = 64;
constexpr std::chrono::milliseconds SurplusPatience{1000};
/// A body that is too large is read and dropped up to so many times what is allowed: clients mostly read an answer only
/// when they have sent all.
constexpr std::size_t Swallowed = 8;
constexpr std::size_t StreamBlock = std::size_t{16} << 10;

/// What belongs to a connection.
struct Client {
    ConnectionWatch::Connection* watched = nullptr;
    bool surplus = false;
};

/// One request and its answer.
struct Exchange {
    Client* client = nullptr;
    std::string target;
    Request request;
    std::optional<Response> response;
    std::size_t received = 0; ///< bytes of the body, those that were dropped too
    bool begun = false;
    bool answering = false;
    bool last = false; ///< the connection is closed behind it
};

Client& clientOf(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return *static_cast<Client*>(info->socket_context);
}

int socketOf(MHD_Connection* connection) {
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

std::size_t headerSize(MHD_Connection* connection) {
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)->header_size;
}

MHD_Result addHeader(void* request, MHD_ValueKind, const char* name, const char* value) {
    std::string lower(name);
    for (char& letter : lower) {
        letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter);
    }
    static_cast<Request*>(request)->headers[lower] = value == nullptr ? "" : value;
    return MHD_YES;
}

Error tooLarge(std::size_t most) {
    return {"request.too-large", "the body is larger than the " + std::to_string(most >> 10) + " KiB that are allowed"};
}

Response stoppingResponse() {
    return errorResponse({"server.stopping", "the service is being stopped"});
}

/// The body's length as announced; nothing where it isn't.
std::optional<std::size_t> announcedLength(const Request& request) {
    const std::string& text = request.header("content-length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error == std::errc::result_out_of_range) {
        return std::numeric_limits<std::size_t>::max();
    }
    return error == std::errc() && end == text.data() + text.size() ? std::optional(length) : std::nullopt;
}

/// The answer as it goes over the wire, for the one case in which libmicrohttpd takes none.
std::string rawAnswer(const Response& response) {
    return "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Type: " +
           response.contentType + "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n\r\n" +
           response.body;
}

void freeString(void* text) {
    delete static_cast<std::string*>(text);
}

ssize_t readStream(void* answer, std::uint64_t, char* buffer, std::size_t most) {
    return (*static_cast<std::shared_ptr<StreamedAnswer>*>(answer))->read(buffer, most);
}

void freeStream(void* answer) {
    delete static_cast<std::shared_ptr<StreamedAnswer>*>(answer);
}

} // namespace

struct HttpServer::Private {
    RequestHandler& handler;
    const HttpLimits limits;
    ConnectionWatch watch{limits.patience};
    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::size_t answering = 0;
    std::set<std::weak_ptr<StreamedAnswer>, std::owner_less<>> streams;
    Lanes lanes;
    MHD_Daemon* daemon = nullptr;
    UniqueFd listening;
    std::jthread sweeper;

    Private(RequestHandler& wanted, HttpLimits wantedLimits) : handler(wanted), limits(wantedLimits) {}

    static void onConnection(void* self, MHD_Connection* connection, void** context,
                             MHD_ConnectionNotificationCode code);
    static void* onTarget(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                                const char* version, const char* body, std::size_t* size, void** context);
    static void onCompleted(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode code);

    MHD_Result begin(Exchange& exchange, MHD_Connection* connection, const char* method);
    void judgeHead(Exchange& exchange, MHD_Connection* connection);
    void refuseBody(Exchange& exchange);
    MHD_Result takeBody(Exchange& exchange, MHD_Connection* connection, std::string_view bytes);
    Response answerOf(const Request& request, std::stop_token stop);
    MHD_Result dispatch(Exchange& exchange, MHD_Connection* connection);
    MHD_Result send(Exchange& exchange, MHD_Connection* connection);
    MHD_Response* makeResponse(Exchange& exchange, MHD_Connection* connection);
    std::shared_ptr<StreamedAnswer>* beginStream(Exchange& exchange, MHD_Connection* connection);
    void countAnswering(Exchange& exchange, bool answering);
    void awaitAnswers(std::chrono::milliseconds grace);
    void abandonStreams();
    void sweep(const std::stop_token& stop);
};

void HttpServer::Private::onConnection(void* self, MHD_Connection* connection, void** context,
                                       MHD_ConnectionNotificationCode code) {
    auto& server = *static_cast<Private*>(self);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        const std::unique_ptr<Client> client(static_cast<Client*>(std::exchange(*context, nullptr)));
        server.watch.remove(client->watched);
        return;
    }
    auto client = std::make_unique<Client>();
    client->surplus = server.watch.count() >= server.limits.connections;
    client->watched =
        server.watch.add(socketOf(connection), client->surplus ? SurplusPatience : server.limits.patience.request);
    *context = client.release();
}

void* HttpServer::Private::onTarget(void*, const char* target, MHD_Connection* connection) {
    auto exchange = std::make_unique<Exchange>();
    exchange->client = &clientOf(connection);
    exchange->target = target;
    return exchange.release();
}

MHD_Result HttpServer::Private::onRequest(void* self, MHD_Connection* connection, const char*, const char* method,
                                          const char*, const char* body, std::size_t* size, void** context) {
    auto& server = *static_cast<Private*>(self);
    auto& exchange = *static_cast<Exchange*>(*context);
    if (!exchange.begun) {
        return server.begin(exchange, connection, method);
    }
    if (*size > 0) {
        return server.takeBody(exchange, connection, {body, std::exchange(*size, 0)});
    }
    return exchange.response ? server.send(exchange, connection) : server.dispatch(exchange, connection);
}

void HttpServer::Private::onCompleted(void* self, MHD_Connection*, void** context, MHD_RequestTerminationCode) {
    auto& server = *static_cast<Private*>(self);
    const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(std::exchange(*context, nullptr)));
    server.countAnswering(*exchange, false);
    server.watch.awaitRequest(exchange->client->watched);
}

void HttpServer::Private::judgeHead(Exchange& exchange, MHD_Connection* connection) {
    if (stopping) {
        exchange.response = stoppingResponse();
        exchange.last = true;
    } else if (exchange.client->surplus) {
        exchange.response = errorResponse(
            {"server.too-many-connections", "more than " + std::to_string(limits.connections) + " at once"});
        exchange.last = true;
    } else if (headerSize(connection) > limits.headers) {
        exchange.response =
            errorResponse({"request.headers-too-large", "the request line and the headers are larger than " +
                                                            std::to_string(limits.headers >> 10) + " KiB"});
        exchange.last = true;
    } else if (!readTarget(exchange.target, exchange.request)) {
        exchange.response = errorResponse({"request.invalid", "the path or the query isn't well-formed"});
    } else {
        exchange.response = handler.refuse(exchange.request);
    }
}

MHD_Result HttpServer::Private::begin(Exchange& exchange, MHD_Connection* connection, const char* method) {
    exchange.begun = true;
    exchange.request.method = method;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, addHeader, &exchange.request);
    judgeHead(exchange, connection);
    if (const auto length = announcedLength(exchange.request); length > limits.body) {
        refuseBody(exchange);
        const bool asks = exchange.request.headers.contains("expect");
        return asks || *length > limits.body * Swallowed ? send(exchange, connection) : MHD_YES;
    }
    return MHD_YES;
}

void HttpServer::Private::refuseBody(Exchange& exchange) {
    exchange.response = errorResponse(tooLarge(limits.body));
    exchange.last = true;
    exchange.request.body = {};
}

MHD_Result HttpServer::Private::takeBody(Exchange& exchange, MHD_Connection* connection, std::string_view bytes) {
    exchange.received += bytes.size();
    if (!exchange.response && exchange.received > limits.body) {
        refuseBody(exchange);
    }
    if (!exchange.response) {
        exchange.request.body += bytes;
    }
    if (exchange.received <= limits.body * Swallowed) {
        return MHD_YES;
    }
    const std::string answer = rawAnswer(errorResponse(tooLarge(limits.body)));
    (void)::send(socketOf(connection), answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return MHD_NO;
}

/// One request that cannot be answered must not end the service.
Response HttpServer::Private::answerOf(const Request& request, std::stop_token stop) {
    try {
        return handler.answer(request, std::move(stop));
    } catch (const std::exception& thrown) {
        return errorResponse({"judge.failed", thrown.what()});
    }
}

/// From here to resume() the exchange belongs to a lane's thread.
MHD_Result HttpServer::Private::dispatch(Exchange& exchange, MHD_Connection* connection) {
    watch.think(exchange.client->watched);
    countAnswering(exchange, true);
    MHD_suspend_connection(connection);
    const bool added = lanes.add(handler.laneOf(exchange.request), [this, &exchange, connection](std::stop_token stop) {
        exchange.response = stopping ? stoppingResponse() : answerOf(exchange.request, std::move(stop));
        MHD_resume_connection(connection);
    });
    if (!added) {
        exchange.response = stoppingResponse();
        MHD_resume_connection(connection);
    }
    return MHD_YES;
}

std::shared_ptr<StreamedAnswer>* HttpServer::Private::beginStream(Exchange& exchange, MHD_Connection* connection) {
    auto answer = std::make_shared<StreamedAnswer>(connection, watch, exchange.client->watched,
                                                   std::move(exchange.response->stream), stopping);
    answer->begin();
    const std::lock_guard lock(mutex);
    std::erase_if(streams, [](const auto& stream) { return stream.expired(); });
    streams.insert(answer);
    return new std::shared_ptr(std::move(answer));
}

MHD_Response* HttpServer::Private::makeResponse(Exchange& exchange, MHD_Connection* connection) {
    if (exchange.response->stream) {
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, StreamBlock, readStream,
                                                 beginStream(exchange, connection), freeStream);
    }
    watch.sendAnswer(exchange.client->watched, exchange.response->body.size());
    auto body = std::make_unique<std::string>(std::move(exchange.response->body));
    MHD_Response* made =
        MHD_create_response_from_buffer_with_free_callback_cls(body->size(), body->data(), freeString, body.get());
    if (made != nullptr) {
        (void)body.release();
    }
    return made;
}

MHD_Result HttpServer::Private::send(Exchange& exchange, MHD_Connection* connection) {
    countAnswering(exchange, true);
    const int status = exchange.response->status;
    const bool empty = exchange.response->body.empty() && !exchange.response->stream;
    MHD_Response* made = makeResponse(exchange, connection);
    if (made == nullptr) {
        return MHD_NO;
    }
    MHD_add_response_header(made, "Cache-Control", "no-store");
    if (!empty) {
        MHD_add_response_header(made, "Content-Type", exchange.response->contentType.c_str());
    }
    if (exchange.last || stopping) {
        MHD_add_response_header(made, "Connection", "close");
    }
    for (const auto& [name, value] : exchange.response->headers) {
        MHD_add_response_header(made, name.c_str(), value.c_str());
    }
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(status), made);
    MHD_destroy_response(made);
    return queued;
}

void HttpServer::Private::countAnswering(Exchange& exchange, bool now) {
    if (exchange.answering == now) {
        return;
    }
    exchange.answering = now;
    const std::lock_guard lock(mutex);
    answering = now ? answering + 1 : answering - 1;
    changed.notify_all();
}

void HttpServer::Private::sweep(const std::stop_token& stop) {
    constexpr std::chrono::milliseconds Interval{200};
    std::unique_lock lock(mutex);
    while (!changed.wait_for(lock, stop, Interval, [&] { return stop.stop_requested(); })) {
        lock.unlock();
        watch.sweep();
        lock.lock();
    }
}

void HttpServer::Private::awaitAnswers(std::chrono::milliseconds grace) {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, grace, [&] { return answering == 0; });
}

/// A stream that begins later sees that all is being stopped.
void HttpServer::Private::abandonStreams() {
    std::vector<std::weak_ptr<StreamedAnswer>> begun;
    {
        const std::lock_guard lock(mutex);
        begun.assign(streams.begin(), streams.end());
    }
    for (const auto& stream : begun) {
        if (const auto alive = stream.lock()) {
            alive->abandon();
        }
    }
}

HttpServer::HttpServer(RequestHandler& handler, HttpLimits limits)
    : m_private(std::make_unique<Private>(handler, limits)) {}

Result<void> HttpServer::start(UniqueFd listening) {
    Private* server = m_private.get();
    const HttpLimits& limits = server->limits;
    // Twice the headers, so that it is mostly we who say that they are too large, and what an answer needs.
    const std::size_t memory = limits.headers * 2 + (std::size_t{32} << 10);
    server->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr,
                                      Private::onRequest, server, MHD_OPTION_LISTEN_SOCKET, listening.get(),
                                      MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(limits.connections + Surplus),
                                      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory, MHD_OPTION_CONNECTION_TIMEOUT, 0U,
                                      MHD_OPTION_NOTIFY_CONNECTION, Private::onConnection, server,
                                      MHD_OPTION_URI_LOG_CALLBACK, Private::onTarget, server,
                                      MHD_OPTION_NOTIFY_COMPLETED, Private::onCompleted, server, MHD_OPTION_END);
    if (server->daemon == nullptr) {
        return fail("server.failed", "the HTTP library does not start");
    }
    server->listening = std::move(listening);
    server->sweeper = std::jthread([server](const std::stop_token& stop) { server->sweep(stop); });
    return {};
}

HttpServer::~HttpServer() {
    stop(std::chrono::milliseconds(0));
}

void HttpServer::stop(std::chrono::milliseconds grace) {
    Private& server = *m_private;
    if (server.daemon == nullptr) {
        return;
    }
    server.stopping = true;
    MHD_quiesce_daemon(server.daemon);
    server.lanes.requestStop();
    server.awaitAnswers(grace);
    // No connection may be suspended when the library stops: not by a lane, not by a stream.
    server.lanes.finish();
    server.abandonStreams();
    MHD_stop_daemon(std::exchange(server.daemon, nullptr));
    server.sweeper = {};
    server.listening.reset();
}

std::size_t HttpServer::connections() const {
    return m_private->watch.count();
}

} // namespace grindstone::server
