// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/standard_streams.h"
#include "app/core/text/translations.h"

#include <QCoreApplication>

#include <clocale>

int main(int argc, char* argv[]) {
    grindstone::cli::prepareStandardStreams();
    // Database drivers and translations need one. It gets no argument: all of them are ours to understand.
    int own = 1;
    QCoreApplication application(own, argv);
    QCoreApplication::setApplicationName(QStringLiteral("grind"));
    // Qt takes over the person's locale, in which numbers of packages would be read wrongly.
    std::setlocale(LC_NUMERIC, "C");
    const grindstone::core::Translations translations;
    return grindstone::cli::runApplication({argv, static_cast<std::size_t>(argc)});
}
