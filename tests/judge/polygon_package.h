// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/judge/temporary_package.h"

namespace grindstone::judge {

/// A small package as Polygon exports it, of the problem to add two numbers; its parts can be replaced by name.
class PolygonPackage : public TemporaryPackage {
public:
    std::string names = R"(<name language="russian" value="Сумма"/><name language="english" value="Sums"/>)";
    std::string statements; ///< elements <statement>
    std::string judging = R"(input-file="" output-file="")";
    std::string limits = "<time-limit>1500</time-limit><memory-limit>268435456</memory-limit>";
    std::string patterns = "<input-path-pattern>tests/%02d</input-path-pattern>"
                           "<answer-path-pattern>tests/%02d.a</answer-path-pattern>";
    std::string tests = R"(<test method="manual" sample="true"/><test method="manual"/>)";
    std::string groups;
    std::string executables;
    std::string checker = R"(<checker name="std::ncmp.cpp" type="testlib"/>)";
    std::string assets; ///< interactor and validators
    std::string solutions = R"(<solution tag="main"><source path="solutions/main.py" type="python.3"/></solution>)";

    PolygonPackage() {
        write("tests/01", "1 2\n");
        write("tests/01.a", "3\n");
        write("tests/02", "10 20\n");
        write("tests/02.a", "30\n");
        write("solutions/main.py", "print(sum(map(int, input().split())))\n");
    }

    /// A line for each part, from the second on.
    std::string xml() const {
        return "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n"
               "<problem revision=\"1\" short-name=\"sums\">\n"
               "<names>" +
               names + "</names><statements>" + statements +
               "</statements>\n"
               "<judging " +
               judging +
               ">\n"
               "<testset name=\"tests\">" +
               limits + "\n" + patterns +
               "\n"
               "<tests>" +
               tests +
               "</tests>\n"
               "<groups>" +
               groups +
               "</groups>\n"
               "</testset></judging>\n"
               "<files><executables>" +
               executables +
               "</executables></files>\n"
               "<assets>" +
               checker + "\n" + assets +
               "\n"
               "<solutions>" +
               solutions +
               "</solutions></assets>\n"
               "<tags><tag value=\"math\"/></tags>\n"
               "</problem>\n";
    }
    void writeXml() const { write("problem.xml", xml()); }
    Result<Problem> read() const {
        writeXml();
        return load();
    }
};

} // namespace grindstone::judge
