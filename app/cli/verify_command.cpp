// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/commands.h"
#include "app/cli/package_search.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_streams.h"
#include "app/cli/submission_filter.h"
#include "app/cli/translation.h"
#include "app/cli/verify_json.h"
#include "app/cli/verify_view.h"
#include "judge/engine/physical_cores.h"
#include "judge/verify/verifier.h"

#include <unistd.h>

namespace grindstone::cli {

namespace {

namespace fs = std::filesystem;
using judge::VerifiedPackage;

struct VerifyOptions {
    std::vector<std::string> packages;
    std::string only;
    unsigned jobs = 0;
    bool fresh = false;
};

constexpr unsigned MostJobs = 256;

Result<NamedPackages> findAll(const VerifyOptions& options, Session& session) {
    NamedPackages packages = TRY(NamedPackages::open(options.packages, session));
    if (!options.only.empty()) {
        TRY(checkFilter(options.only, packages.folders()));
    }
    return packages;
}

/// "2 of 5: hello, accepted/a.cpp", which names what is done now.
QString activity(const fs::path& package, std::size_t index, std::size_t count, const std::string& submission) {
    constexpr qsizetype MostColumns = 40;
    const std::string name = package.lexically_normal().filename().string();
    const QString doing = submission.empty() ? Cli::tr("data") : QString::fromStdString(submission);
    const QString what = neutralised(QString::fromStdString(name) + QStringLiteral(": ") + doing);
    const QString place = count > 1 ? Cli::tr("%1 of %2, ").arg(index + 1).arg(count) : QString();
    QString shown = endOf(what, MostColumns);
    if (shown != what) {
        shown.prepend(u'…');
    }
    return place + shown.replace(u'%', u' ') + QStringLiteral(" %1");
}

VerifiedPackage verifyOne(judge::Verifier& verifier, const VerifyOptions& options, const std::vector<NamedPackage>& all,
                          std::size_t index, Session& session) {
    ProgressBar bar = ProgressBar::onTerminal();
    judge::VerifyOptions wanted;
    wanted.freshness = options.fresh ? judge::Freshness::Fresh : judge::Freshness::Remembered;
    if (!options.only.empty()) {
        wanted.wants = [&options](const std::string& path) { return matchesFilter(options.only, path); };
    }
    const auto show = [&](const judge::RunsProgress& progress) {
        bar.show(activity(all[index].shown, index, all.size(), progress.submission), progress.done, progress.total);
    };
    VerifiedPackage verified = verifier.verify(all[index].folder, wanted, show, session.stop);
    verified.path = all[index].shown;
    return verified;
}

ExitStatus statusOf(const VerifiedPackage& verified) {
    if (verified.failed || verified.cancelled) {
        return ExitStatus::Failure;
    }
    return verified.ok ? ExitStatus::Success : ExitStatus::NotAccepted;
}

void tell(const std::vector<VerifiedPackage>& packages, Session& session) {
    if (session.console.json()) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const VerifiedPackage& one : packages) {
            list.push_back(packageJson(one));
        }
        session.console.document({{"schema", "grindstone-verify/1"},
                                  {"packages", std::move(list)},
                                  {"cancelled", session.stop.stop_requested()}});
    } else if (!session.stop.stop_requested()) {
        Canvas canvas = session.console.canvas();
        drawVerifiedSum(canvas, packages);
        session.console.print(canvas);
    }
}

/// A person sees each package as soon as it is done.
ExitStatus verifyAll(judge::Verifier& verifier, const VerifyOptions& options, const std::vector<NamedPackage>& all,
                     Session& session) {
    std::vector<VerifiedPackage> packages;
    ExitStatus status = ExitStatus::Success;
    for (std::size_t i = 0; i < all.size(); ++i) {
        VerifiedPackage verified = verifyOne(verifier, options, all, i, session);
        status = graver(status, statusOf(verified));
        if (verified.cancelled) {
            break;
        }
        if (!session.console.json()) {
            Canvas canvas = session.console.canvas();
            drawVerified(canvas, verified, terminalWidth(STDOUT_FILENO));
            session.console.print(canvas);
        }
        packages.push_back(std::move(verified));
    }
    tell(packages, session);
    return status;
}

ExitStatus verify(const VerifyOptions& options, Session& session) {
    const Result<NamedPackages> packages = findAll(options, session);
    if (!packages) {
        return session.console.fail(packages.error());
    }
    session.services.setWorkers(options.jobs);
    const Result<judge::Judge*> judge = session.services.judge();
    if (!judge) {
        return session.console.fail(judge.error());
    }
    judge::Verifier verifier({**judge, session.services.languages(), session.services.paths().cache, GRINDSTONE_VERSION,
                              options.jobs > 0 ? options.jobs : judge::physicalCores()});
    return verifyAll(verifier, options, packages->packages(), session);
}

QString examples() {
    return Cli::tr("  grind verify ~/packages/hello              one package\n"
                   "  grind verify problemsets                   every package below a folder\n"
                   "  grind verify hello --only 'accepted/*'     some submissions, without the checks of data\n"
                   "  grind verify hello --json | jq '.packages[].problems'\n"
                   "\n"
                   "Every submission is judged and has to get what its folder, a comment in it or\n"
                   "submissions.yaml says. What came out as it should is remembered, and is judged again\n"
                   "only when something that it depends on has changed.\n"
                   "\n"
                   "Exit status: 0 when all is as it should be, 1 when something isn't, 3 when that\n"
                   "could not be found out.");
}

} // namespace

void declareVerify(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<VerifyOptions>();
    CLI::App* command =
        addCommand(root, "verify", Cli::tr("Check problem packages and judge their submissions"), examples());
    command
        ->add_option("PACKAGE", options->packages,
                     Cli::tr("Package folders, folders of packages, or archives").toStdString())
        ->required();
    command
        ->add_option("--jobs", options->jobs,
                     Cli::tr("Test cases that are run at the same time; otherwise one for each core").toStdString())
        ->check(CLI::Range(1U, MostJobs))
        ->type_name("N");
    command
        ->add_option("--only", options->only, Cli::tr("Only submissions whose path matches, e.g. '*.py'").toStdString())
        ->type_name("GLOB");
    command->add_flag("--no-cache", options->fresh, Cli::tr("Judge what has not changed as well").toStdString());
    declareJson(*command);
    choose(*command, chosen, options, verify);
}

} // namespace grindstone::cli
