// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/base/result.h"

#include <QTest>

#include <memory>

using namespace grindstone;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) {
        return fail("number.odd", std::to_string(number));
    }
    return number / 2;
}

Result<int> quarter(int number) {
    return TRY(half(TRY(half(number))));
}

Result<void> requireEven(int number) {
    TRY(half(number));
    return {};
}

Result<std::unique_ptr<int>> boxed(int number) {
    TRY(requireEven(number));
    return std::make_unique<int>(number);
}

} // namespace

class ResultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesTheValue() { QCOMPARE(*quarter(12), 3); }
    void passesTheInnerErrorOn() { QCOMPARE(quarter(6).error(), (Error{"number.odd", "3"})); }
    void passesErrorsThroughVoid() { QCOMPARE(requireEven(5).error().code, std::string("number.odd")); }
    void movesValuesThatCannotBeCopied() { QCOMPARE(**boxed(4), 4); }
    void addsContextInFront() {
        QCOMPARE(withContext({"number.odd", "3"}, "problem.yaml").detail, std::string("problem.yaml: 3"));
    }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "test_result.moc"
