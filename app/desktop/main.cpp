// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/text.h"
#include "app/core/text/translations.h"
#include "app/desktop/application.h"
#include "app/desktop/dialog_prompts.h"
#include "app/desktop/main_window.h"
#include "app/desktop/terminate_notifier.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <clocale>

using namespace grindstone;

namespace {

const QString Id = QStringLiteral("io.github.grindstone.Grindstone");

void describeApplication() {
    QApplication::setApplicationName(QStringLiteral("grindstone"));
    QApplication::setApplicationDisplayName(QStringLiteral("Grindstone"));
    QApplication::setApplicationVersion(QStringLiteral(GRINDSTONE_VERSION));
    QApplication::setDesktopFileName(Id);
    QApplication::setWindowIcon(QIcon::fromTheme(Id));
}

/// Without the database nothing could be kept: say so, and end.
int reportFailure(const Error& error) {
    desktop::DialogPrompts prompts;
    prompts.tell(nullptr, QCoreApplication::translate("main", "Grindstone cannot start"),
                 core::text::errorMessage(error), core::text::errorHint(error), [] { QApplication::exit(1); });
    return QApplication::exec();
}

int runWindow(desktop::Application& application) {
    desktop::MainWindow& window = application.window();
    const desktop::TerminateNotifier notifier;
    // Closing keeps what was typed; where it cannot be kept, the window stays and asks.
    QObject::connect(&notifier, &desktop::TerminateNotifier::terminateRequested, &window, &QWidget::close);
    window.show();
    QTimer::singleShot(0, &application, &desktop::Application::start);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    QApplication qtApplication(argc, argv);
    // Qt takes over the person's locale, in which numbers of packages would be read wrongly.
    std::setlocale(LC_NUMERIC, "C");
    describeApplication();
    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qtTexts);
    }
    const core::Translations texts;
    Result<std::unique_ptr<desktop::Application>> application =
        desktop::Application::create(core::Paths::fromEnvironment(), std::make_unique<desktop::DialogPrompts>());
    return application ? runWindow(**application) : reportFailure(application.error());
}
