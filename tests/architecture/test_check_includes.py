# SPDX-License-Identifier: GPL-3.0-or-later
"""The include check must catch what it is there for. Each test makes a small tree and reads the findings."""
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import check_includes  # noqa: E402


class CheckIncludes(unittest.TestCase):
    def findings(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check_includes.check(Path(folder))[0]

    def assert_finding(self, name, text, expected, others=()):
        files = {other: "" for other in others} | {name: text}
        self.assertEqual(self.findings(files), [expected])

    def assert_allowed(self, name, text, others=()):
        self.assertEqual(self.findings({other: "" for other in others} | {name: text}), [])

    def test_catches_a_widget_in_judge_however_it_is_spelled(self):
        for header in ("<QWidget>", "<QtWidgets/QWidget>", "<qwidget.h>", "<QtWidgets/qwidget.h>", "<QtWidgets>",
                       '"QWidget"', '"qwidget.h"'):
            with self.subTest(header=header):
                name = header.strip('<>"')
                self.assert_finding("judge/a.cpp", f"#include {header}\n",
                                    f"judge/a.cpp:1: judge/ may not use QtWidgets ({name})")

    def test_catches_any_qt_in_sandbox_and_judge(self):
        self.assert_finding("sandbox/a.h", "#include <QString>\n", "sandbox/a.h:1: sandbox/ may not use QtCore (QString)")
        self.assert_finding("judge/a.h", "#include <QtCore/qglobal.h>\n",
                            "judge/a.h:1: judge/ may not use QtCore (QtCore/qglobal.h)")

    def test_catches_a_qt_header_that_no_installed_module_has(self):
        self.assert_finding("judge/a.h", "#include <QFrobnicator>\n",
                            "judge/a.h:1: judge/ may not use an unknown Qt module (QFrobnicator)")

    def test_catches_gui_in_core_and_on_the_command_line(self):
        self.assert_finding("app/core/a.h", "#include <QColor>\n", "app/core/a.h:1: app/core/ may not use QtGui (QColor)")
        self.assert_finding("app/cli/a.h", "#include <QApplication>\n",
                            "app/cli/a.h:1: app/cli/ may not use QtWidgets (QApplication)")

    def test_catches_sql_outside_core(self):
        for layer in ("app/desktop", "app/cli"):
            self.assert_finding(f"{layer}/a.h", "#include <QSqlQuery>\n",
                                f"{layer}/a.h:1: {layer}/ may not use QtSql (QSqlQuery)")
        self.assert_allowed("app/core/a.h", "#include <QSqlQuery>\n#include <QString>\n")

    def test_catches_upward_and_sideways_includes(self):
        self.assert_finding("sandbox/a.h", '#include "judge/b.h"\n', "sandbox/a.h:1: sandbox/ may not include judge/b.h",
                            others=["judge/b.h"])
        self.assert_finding("app/cli/a.h", '#include "app/desktop/b.h"\n',
                            "app/cli/a.h:1: app/cli/ may not include app/desktop/b.h", others=["app/desktop/b.h"])
        self.assert_finding("app/core/a.h", "#include <app/cli/b.h>\n",
                            "app/core/a.h:1: app/core/ may not include app/cli/b.h", others=["app/cli/b.h"])

    def test_lets_the_window_see_results_but_no_boxes(self):
        self.assert_allowed("app/desktop/a.h", '#include "sandbox/base/result.h"\n#include "judge/verdict.h"\n',
                            others=["sandbox/base/result.h", "judge/verdict.h"])
        self.assert_finding("app/desktop/a.h", '#include "sandbox/box.h"\n',
                            "app/desktop/a.h:1: app/desktop/ may not include sandbox/box.h", others=["sandbox/box.h"])

    def test_keeps_the_helper_to_the_sandbox(self):
        self.assert_finding("sandbox/helper/a.cpp", "#include <systemd/sd-bus.h>\n",
                            "sandbox/helper/a.cpp:1: sandbox/helper/ may not use libsystemd (systemd/sd-bus.h)")
        self.assert_allowed("sandbox/helper/a.cpp", '#include "sandbox/limits.h"\n#include <seccomp.h>\n',
                            others=["sandbox/limits.h"])

    def test_catches_libraries_of_other_layers(self):
        self.assert_finding("judge/a.h", "#include <CLI/CLI.hpp>\n", "judge/a.h:1: judge/ may not use CLI11 (CLI/CLI.hpp)")
        self.assert_finding("app/cli/a.h", "#include <md4c.h>\n", "app/cli/a.h:1: app/cli/ may not use md4c (md4c.h)")

    def test_catches_includes_that_cannot_be_checked(self):
        self.assert_finding("judge/a.h", "#include HEADER\n",
                            "judge/a.h:1: an #include must name its file, so that it can be checked")
        self.assert_finding("judge/a.h", '#include "b.h"\n',
                            'judge/a.h:1: "b.h" is not a file below the root of the repository', others=["judge/b.h"])
        self.assert_finding("judge/a.h", '#include "../app/core/b.h"\n',
                            "judge/a.h:1: include from the root of the repository, not through '..'")

    def test_names_the_line_and_skips_comments(self):
        text = "/* #include <QWidget>\n*/\n// #include <QWidget>\n  #  include <QWidget> // a widget\n"
        self.assert_finding("judge/a.h", text, "judge/a.h:4: judge/ may not use QtWidgets (QWidget)")

    def test_allows_the_standard_library_the_system_and_generated_files(self):
        self.assert_allowed("sandbox/a.h", "#include <vector>\n#include <sys/quota.h>\n#include <queue>\n")
        self.assert_allowed("app/core/a.cpp", '#include "a.moc"\n')

    def test_finds_the_modules_of_the_installed_qt(self):
        modules = check_includes.qt_modules()
        self.assertEqual(modules["QWidget"], "QtWidgets")
        self.assertEqual(modules["qsqlquery.h"], "QtSql")
        self.assertEqual(modules["QString"], "QtCore")


if __name__ == "__main__":
    unittest.main()
