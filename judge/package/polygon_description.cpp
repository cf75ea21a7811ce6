// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_description.h"

#include "judge/package/package_folder.h"
#include "judge/package/polygon_testset.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// More of anything than any problem has: what is listed costs memory each time the package is read.
constexpr std::size_t MostEntries = 2000;

class DescriptionReader {
public:
    DescriptionReader(const XmlFile& xml, std::vector<std::string>& warnings) : m_xml(xml), m_warnings(warnings) {}

    Result<PolygonDescription> read();

private:
    Result<void> readTexts();
    Result<void> readJudging(pugi::xml_node judging);
    Result<std::string> fileName(pugi::xml_node judging, const char* attribute);
    Result<void> readPrograms(pugi::xml_node assets);
    Result<void> readSolutions(pugi::xml_node solutions);
    Result<PolygonSource> source(pugi::xml_node holder);
    Result<std::vector<PolygonSource>> sources(pugi::xml_node holders, const char* name);
    Result<std::vector<pugi::xml_node>> childrenOf(pugi::xml_node holder, const char* name);

    const XmlFile& m_xml;
    std::vector<std::string>& m_warnings;
    PolygonDescription m_description;
};

Result<PolygonDescription> DescriptionReader::read() {
    const pugi::xml_node root = m_xml.root();
    TRY(readTexts());
    TRY(readJudging(root.child("judging")));
    m_description.executables = TRY(sources(root.child("files").child("executables"), "executable"));
    TRY(readPrograms(root.child("assets")));
    return std::move(m_description);
}

Result<std::vector<pugi::xml_node>> DescriptionReader::childrenOf(pugi::xml_node holder, const char* name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node node : holder.children(name)) {
        found.push_back(node);
        if (found.size() > MostEntries) {
            return m_xml.invalid(m_xml.lineOf(node),
                                 std::string("more than 2000 elements <") + name + ">; remove what isn't needed");
        }
    }
    return found;
}

// A TRY that fails inside of a braced list would leave behind what the list holds already.
Result<void> DescriptionReader::readTexts() {
    const pugi::xml_node root = m_xml.root();
    for (const pugi::xml_node name : TRY(childrenOf(root.child("names"), "name"))) {
        const std::string value = TRY(m_xml.attribute(name, "value"));
        m_description.names.push_back({name.attribute("language").value(), value});
    }
    for (const pugi::xml_node statement : TRY(childrenOf(root.child("statements"), "statement"))) {
        const std::string path = TRY(m_xml.attribute(statement, "path"));
        TRY(m_xml.path(m_xml.lineOf(statement), "path", path));
        m_description.statements.push_back(
            {statement.attribute("language").value(), path, statement.attribute("type").value()});
    }
    for (const pugi::xml_node tag : TRY(childrenOf(root.child("tags"), "tag"))) {
        m_description.tags.push_back(TRY(m_xml.attribute(tag, "value")));
    }
    return {};
}

Result<void> DescriptionReader::readJudging(pugi::xml_node judging) {
    if (!judging) {
        return m_xml.invalid(m_xml.lineOf(m_xml.root()),
                             "<problem> has no <judging>; get the package from Polygon again");
    }
    const std::string runs = judging.attribute("run-count").value();
    if (!runs.empty() && runs != "1") {
        return m_xml.unsupported(m_xml.lineOf(judging), "run-count is \"" + shownPath(runs) +
                                                            "\"; only problems whose solution is run once on a test "
                                                            "can be judged");
    }
    m_description.inputFile = TRY(fileName(judging, "input-file"));
    m_description.outputFile = TRY(fileName(judging, "output-file"));
    m_description.testset = TRY(readPolygonTestset(m_xml, judging, m_warnings));
    return {};
}

/// "stdin" and "stdout" are no files, as people write them.
Result<std::string> DescriptionReader::fileName(pugi::xml_node judging, const char* attribute) {
    const std::string name = judging.attribute(attribute).value();
    if (name.empty() || name == "stdin" || name == "stdout") {
        return std::string();
    }
    const std::string path = TRY(m_xml.path(m_xml.lineOf(judging), attribute, name));
    if (path.find('/') != std::string::npos || path == "." || path.size() > 100) {
        return m_xml.invalid(m_xml.lineOf(judging), std::string(attribute) + " is \"" + shownPath(path) +
                                                        "\"; write the name of a file, without a folder");
    }
    return path;
}

Result<PolygonSource> DescriptionReader::source(pugi::xml_node holder) {
    const pugi::xml_node source = holder.child("source");
    const unsigned line = m_xml.lineOf(source ? source : holder);
    if (!source) {
        return m_xml.invalid(line, std::string("<") + holder.name() + "> has no <source>; name its source file");
    }
    const std::string path = TRY(m_xml.attribute(source, "path"));
    TRY(m_xml.path(line, "path", path));
    return PolygonSource{path, source.attribute("type").value(), line};
}

Result<std::vector<PolygonSource>> DescriptionReader::sources(pugi::xml_node holders, const char* name) {
    std::vector<PolygonSource> found;
    for (const pugi::xml_node holder : TRY(childrenOf(holders, name))) {
        found.push_back(TRY(source(holder)));
    }
    return found;
}

Result<void> DescriptionReader::readPrograms(pugi::xml_node assets) {
    if (const pugi::xml_node checker = assets.child("checker")) {
        m_description.checker = PolygonChecker{checker.attribute("name").value(), {}, m_xml.lineOf(checker)};
        if (checker.child("source")) {
            m_description.checker->source = TRY(source(checker));
        }
    }
    const std::vector<PolygonSource> interactors = TRY(sources(assets, "interactor"));
    if (interactors.size() > 1) {
        return m_xml.unsupported(interactors[1].line, "a second interactor; only one can talk with a solution");
    }
    if (!interactors.empty()) {
        m_description.interactor = interactors.front();
    }
    m_description.validators = TRY(sources(assets.child("validators"), "validator"));
    return readSolutions(assets.child("solutions"));
}

Result<void> DescriptionReader::readSolutions(pugi::xml_node solutions) {
    for (const pugi::xml_node solution : TRY(childrenOf(solutions, "solution"))) {
        const PolygonSource file = TRY(source(solution));
        m_description.solutions.push_back({solution.attribute("tag").value(), file});
    }
    return {};
}

} // namespace

Result<PolygonDescription> readPolygonDescription(const XmlFile& xml, std::vector<std::string>& warnings) {
    return DescriptionReader(xml, warnings).read();
}

} // namespace grindstone::judge
