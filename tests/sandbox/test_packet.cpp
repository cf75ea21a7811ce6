// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <QRandomGenerator>
#include <QTest>

#include <sys/socket.h>

#include <cstring>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace std::chrono_literals;

namespace {

protocol::Run exampleRun() {
    protocol::Run run;
    run.hasInput = true;
    run.spec.arguments = {"/program/main", "", std::string("a\0b", 3)};
    run.spec.environment = {"LANG=C.UTF-8"};
    run.spec.files = {{Area::Work, "main.cpp", -1, false}, {Area::Program, "main", -1, true}};
    run.spec.collect = {{"main", Bytes::mib(3)}};
    run.spec.limits.cpuTime = 1500ms;
    run.spec.limits.processes = 7;
    run.spec.addressSpace = Bytes::mib(512);
    run.spec.singleCpu = true;
    return run;
}

} // namespace

class PacketTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runSurvivesTheJourney();
    void finishedSurvivesTheJourney();
    void refusesEveryPrefix();
    void refusesTrailingBytes();
    void refusesOtherKinds();
    void refusesValuesThatNobodySends_data();
    void refusesValuesThatNobodySends();
    void survivesRandomBytes();
    void carriesDescriptors();
    void refusesPacketsThatAreTooLarge();
};

void PacketTest::runSurvivesTheJourney() {
    const auto run = protocol::decode<protocol::Run>(protocol::encode(exampleRun()));
    QVERIFY(run);
    QCOMPARE(run->spec.arguments, exampleRun().spec.arguments);
    QCOMPARE(run->spec.environment, exampleRun().spec.environment);
    QCOMPARE(run->spec.files.size(), 2U);
    QCOMPARE(run->spec.files[1].path, std::string("main"));
    QVERIFY(run->spec.files[1].area == Area::Program && run->spec.files[1].executable);
    QCOMPARE(run->spec.collect[0].largest.count(), Bytes::mib(3).count());
    QVERIFY(run->spec.limits.cpuTime == 1500ms);
    QCOMPARE(run->spec.limits.processes, 7U);
    QCOMPARE(run->spec.addressSpace->count(), Bytes::mib(512).count());
    QVERIFY(run->spec.singleCpu && run->hasInput);
}

void PacketTest::finishedSurvivesTheJourney() {
    protocol::Finished finished;
    finished.outcome.ending = Ending::Signalled;
    finished.outcome.signal = 11;
    finished.outcome.limit = LimitHit::Memory;
    finished.outcome.cpuUser = 3ms;
    finished.outcome.starved = 7ms;
    finished.outcome.peakMemory = Bytes::mib(9);
    finished.outcome.collected.push_back({"main", UniqueFd(), Bytes(5)});
    const auto back = protocol::decode<protocol::Finished>(protocol::encode(finished));
    QVERIFY(back);
    QVERIFY(back->outcome.ending == Ending::Signalled && back->outcome.limit == LimitHit::Memory);
    QCOMPARE(back->outcome.signal, 11);
    QVERIFY(back->outcome.cpu() == 3ms);
    QVERIFY(back->outcome.starved == 7ms);
    QCOMPARE(back->outcome.peakMemory.inKib(), 9U * 1024);
    QCOMPARE(back->outcome.collected.at(0).path, std::string("main"));
}

void PacketTest::refusesEveryPrefix() {
    const std::string bytes = protocol::encode(exampleRun());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        QVERIFY2(!protocol::decode<protocol::Run>(std::string_view(bytes).substr(0, size)),
                 qPrintable(QString::number(size)));
    }
}

void PacketTest::refusesTrailingBytes() {
    QVERIFY(!protocol::decode<protocol::Run>(protocol::encode(exampleRun()) + "x"));
}

void PacketTest::refusesOtherKinds() {
    QVERIFY(!protocol::decode<protocol::Stop>(protocol::encode(protocol::ReturnCgroup{})));
    QVERIFY(!protocol::kindOf(std::string(8, '\xff')));
    QVERIFY(protocol::kindOf(protocol::encode(protocol::Stop{})) == protocol::Kind::Stop);
}

void PacketTest::refusesValuesThatNobodySends_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("field"); // which one of eight bytes; 0 is the kind
    QTest::addColumn<quint64>("value");
    const auto row = [](const char* name, const std::string& message, int field, quint64 value) {
        QTest::newRow(name) << QByteArray::fromStdString(message) << field << value;
    };
    row("a flag of 2", protocol::encode(protocol::Begin{}), 2, 2);
    row("a version of cgroups to come", protocol::encode(protocol::Hello{}), 2, 3);
    row("a number too large for an int", protocol::encode(protocol::Hello{}), 1, 1ULL << 32);
    row("an error that errno cannot hold", protocol::encode(protocol::SetupFailed{}), 2, 1ULL << 31);
    row("an unknown limit", protocol::encode(protocol::Stop{}), 1, 5);
    row("an unknown ending", protocol::encode(protocol::Finished{}), 1, 3);
    row("too many survivors", protocol::encode(protocol::Finished{}), 13, 1ULL << 32);
}

void PacketTest::refusesValuesThatNobodySends() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, field);
    QFETCH(quint64, value);
    const auto isMessage = [&] {
        const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return protocol::decode<protocol::Begin>(view) || protocol::decode<protocol::Hello>(view) ||
               protocol::decode<protocol::SetupFailed>(view) || protocol::decode<protocol::Stop>(view) ||
               protocol::decode<protocol::Finished>(view);
    };
    QVERIFY(isMessage());
    std::memcpy(bytes.data() + field * 8, &value, sizeof value);
    QVERIFY(!isMessage());
}

void PacketTest::survivesRandomBytes() {
    QRandomGenerator random(20261123);
    const std::string good = protocol::encode(exampleRun());
    for (int round = 0; round < 20000; ++round) {
        std::string bytes = good;
        for (int change = 0; change < 4; ++change) {
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.generate());
        }
        // Whatever it says, it must say it without harm, and only of sane limits.
        if (const auto run = protocol::decode<protocol::Run>(bytes)) {
            QVERIFY(run->spec.limits.cpuTime.count() > 0 && run->spec.limits.processes > 0);
            QVERIFY(protocol::encode(*run) == bytes);
        }
    }
}

void PacketTest::carriesDescriptors() {
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
    const UniqueFd near(ends[0]);
    UniqueFd far(ends[1]);
    const int sent[] = {0, 1};
    QVERIFY(protocol::sendPacket(near.get(), "hello", sent));
    protocol::Packet packet;
    QVERIFY(protocol::receivePacket(far.get(), packet) == protocol::Received::Packet);
    QCOMPARE(packet.bytes, std::string("hello"));
    QCOMPARE(packet.descriptors.size(), 2U);
    far.reset();
    QVERIFY(!protocol::sendPacket(near.get(), "hello"));
    QVERIFY(protocol::receivePacket(near.get(), packet) == protocol::Received::Closed);
}

void PacketTest::refusesPacketsThatAreTooLarge() {
    QVERIFY(!protocol::sendPacket(0, std::string(protocol::LargestPacket + 1, 'x')));
    QCOMPARE(errno, EMSGSIZE);
}

QTEST_GUILESS_MAIN(PacketTest)
#include "test_packet.moc"
