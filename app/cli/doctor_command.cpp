// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/doctor.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

namespace {

struct DoctorOptions {};

ExitStatus doctor(const DoctorOptions&, Session& session) {
    const Examination found = examine(session.services, session.stop);
    if (session.console.json()) {
        session.console.document(toJson(found));
    } else {
        Canvas canvas = session.console.canvas();
        drawExamination(canvas, found);
        session.console.print(canvas);
    }
    return canJudge(found) ? ExitStatus::Success : ExitStatus::Failure;
}

} // namespace

void declareDoctor(CLI::App& root, Action& chosen) {
    CLI::App* command = addCommand(root, "doctor", Cli::tr("Tell what judging needs, what is here, and what to do"),
                                   Cli::tr("  grind doctor\n"
                                           "  grind doctor --json | jq .sandbox.obstacles\n"
                                           "\n"
                                           "Names what is in the way of a better sandbox, and how to cure it.\n"
                                           "Exit status 0 when programs can be judged here in at least one language."));
    declareJson(*command);
    choose(*command, chosen, std::make_shared<DoctorOptions>(), doctor);
}

} // namespace grindstone::cli
