// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/box_under_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

namespace grindstone::tests {

using namespace sandbox;
using namespace std::chrono_literals;

const std::string ProbeName = "probe-" + std::to_string(::getpid());
const std::string ProbePath = "/program/" + ProbeName;

std::string text(const UniqueFd& file) {
    std::string bytes(1 << 16, '\0');
    const ssize_t got = ::pread(file.get(), bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

int processesWith(const std::string& word) {
    int found = 0;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
        found += name.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains(word.c_str()) ? 1 : 0;
    }
    return found;
}

QList<int> childrenOf(int parent) {
    QList<int> children;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (name.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
            const QByteArray stat = file.readAll();
            const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
            if (fields.size() > 1 && fields[1].toInt() == parent) {
                children.append(name.toInt());
            }
        }
    }
    return children;
}

QList<int> keepersOf(int helper) {
    QList<int> keepers = childrenOf(helper);
    keepers.removeIf([](int pid) {
        QFile file(QStringLiteral("/proc/%1/comm").arg(pid));
        return !file.open(QIODevice::ReadOnly) || file.readAll() != "grind-keeper\n";
    });
    return keepers;
}

void BoxUnderTest::open() {
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    m_sandbox = std::move(*sandbox);
    const Capabilities& capabilities = m_sandbox->capabilities();
    QVERIFY2(capabilities.tier != Tier::None, details(capabilities).c_str());
    auto box = m_sandbox->openBox({});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    m_box = std::move(*box);
    const QString path = QCoreApplication::applicationDirPath() + QStringLiteral("/sandbox-probe");
    m_program.reset(::open(qPrintable(path), O_RDONLY | O_CLOEXEC));
    QVERIFY2(m_program, qPrintable(path));
}

LaunchSpec BoxUnderTest::probe(const QStringList& words) const {
    LaunchSpec spec;
    spec.arguments = {ProbePath};
    for (const QString& word : words) {
        spec.arguments.push_back(word.toStdString());
    }
    spec.files = {{Area::Program, ProbeName, m_program.get(), true}};
    spec.limits.cpuTime = 1s;
    spec.limits.wallTime = 3s;
    spec.limits.memory = Bytes::mib(64);
    return spec;
}

} // namespace grindstone::tests
