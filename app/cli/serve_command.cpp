// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/notice.h"
#include "app/cli/translation.h"
#include "app/core/judging/job_engine.h"
#include "app/core/judging/local_judge.h"
#include "app/core/judging/sandbox_start.h"
#include "app/server/catalogue.h"
#include "app/server/service.h"
#include "app/server/service_socket.h"

#include <condition_variable>

namespace grindstone::cli {

namespace {

struct ServeOptions {
    std::string socket;
};

/// What serves as long as it exists. What refers to another stands behind it.
class Serving {
public:
    Serving(const core::Paths& paths, const judge::LanguageCatalogue& languages)
        : m_catalogue(paths, languages,
                      [&languages, paths](std::stop_token stop) { return survey(languages, paths, stop); }),
          m_judge(languages, paths), m_engine(setup(paths), m_feed) {}

    Result<void> start(UniqueFd listening) {
        const auto check = [this](core::JobOrder& order) { return m_catalogue.check(order); };
        m_service = TRY(server::Service::start(std::move(listening), {m_engine, m_feed, check, m_catalogue.routes()}));
        return {};
    }

private:
    static Result<std::vector<core::SurveyedLanguage>> survey(const judge::LanguageCatalogue& languages,
                                                              const core::Paths& paths, std::stop_token stop) {
        const std::unique_ptr<sandbox::Sandbox> boxes = TRY(core::startSandbox(paths));
        return core::surveyToolchains(languages, *boxes, paths.toolchainMemory(), core::Trust::Nothing,
                                      std::move(stop));
    }

    /// Who serves also judges what processes left behind that are no more.
    core::EngineSetup setup(const core::Paths& paths) {
        core::EngineSetup made;
        made.database = paths.database();
        made.problems = [this](const std::string& id) { return m_catalogue.load(id); };
        made.judge = [this](const judge::JudgeRequest& request, const judge::ProgressSink& progress,
                            std::stop_token stop) { return m_judge.judge(request, progress, std::move(stop)); };
        made.adoption = core::Adoption::Waiting;
        return made;
    }

    server::Catalogue m_catalogue;
    core::LocalJudge m_judge;
    server::JobFeed m_feed;
    core::JobEngine m_engine;
    std::unique_ptr<server::Service> m_service;
};

Result<server::ServiceSocket> openSocket(const ServeOptions& options, const core::Paths& paths) {
    if (!options.socket.empty()) {
        return server::ServiceSocket::open(options.socket);
    }
    const std::filesystem::path path = server::ServiceSocket::usualPath(paths.state);
    TRY(server::ServiceSocket::ensureFolder(path));
    return server::ServiceSocket::open(path);
}

void announce(Session& session, const std::filesystem::path& socket) {
    if (session.console.json()) {
        session.console.document({{"schema", "grindstone-serve/1"}, {"socket", socket.string()}});
        return;
    }
    Canvas canvas = session.console.canvas();
    canvas.line(Cli::tr("Serving on %1 until Ctrl-C.").arg(QString::fromStdString(socket.string())));
    session.console.print(canvas);
}

void waitForStop(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, stop, [] { return false; });
}

Result<void> serveUntilStopped(const ServeOptions& options, Session& session) {
    TRY(session.services.store()); // What is wrong with the database is better told before anyone connects.
    tellNotice(session);
    server::ServiceSocket socket = TRY(openSocket(options, session.services.paths()));
    Serving serving(session.services.paths(), session.services.languages());
    TRY(serving.start(socket.take()));
    announce(session, socket.path());
    waitForStop(session.stop);
    return {};
}

ExitStatus serve(const ServeOptions& options, Session& session) {
    const Result<void> served = serveUntilStopped(options, session);
    if (!served) {
        return session.console.fail(served.error());
    }
    Interruption::forget(); // It is how this command ends.
    return ExitStatus::Success;
}

QString examples() {
    return Cli::tr("  grind serve &\n"
                   "  curl --unix-socket \"$XDG_RUNTIME_DIR/grindstone/serve.sock\" http://grind/problems\n"
                   "  curl --unix-socket /tmp/judge.sock http://grind/openapi.json     all that it can do\n"
                   "\n"
                   "The service listens on a Unix socket that only you can open, never on the network. Without\n"
                   "--socket it is $XDG_RUNTIME_DIR/grindstone/serve.sock, or serve.sock in the folder for state\n"
                   "where there is no such folder. What was handed in is judged, or waits in the queue, whatever\n"
                   "becomes of the service. Ctrl-C or SIGTERM ends it, with status 0.");
}

} // namespace

void declareServe(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<ServeOptions>();
    CLI::App* command =
        addCommand(root, "serve", Cli::tr("Judge for programs, over HTTP on a Unix socket"), examples());
    command->add_option("--socket", options->socket, Cli::tr("Listen at PATH, of at most 107 bytes").toStdString())
        ->type_name("PATH");
    declareJson(*command);
    choose(*command, chosen, options, serve);
}

} // namespace grindstone::cli
