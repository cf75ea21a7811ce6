// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialog_prompts.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace grindstone::desktop {

namespace {

QMessageBox* createBox(QWidget* parent, QMessageBox::Icon icon, const QString& title, const QString& text,
                       const QString& detail) {
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(icon);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setInformativeText(detail);
    return box;
}

} // namespace

void DialogPrompts::ask(QWidget* parent, const Question& question, std::function<void(Answer)> then) {
    QMessageBox* box = createBox(parent, QMessageBox::Question, question.title, question.text, question.detail);
    QPushButton* accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    QPushButton* reject = box->addButton(question.reject, QMessageBox::RejectRole);
    box->setDefaultButton(reject);
    box->setEscapeButton(reject);
    QObject::connect(box, &QDialog::finished, box, [box, accept, then = std::move(then)] {
        then(box->clickedButton() == accept ? Answer::Accepted : Answer::Rejected);
    });
    box->open();
}

void DialogPrompts::askNumber(QWidget* parent, const NumberQuestion& question,
                              std::function<void(std::optional<int>)> then) {
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setIntRange(question.least, question.most);
    dialog->setIntValue(question.value);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, then = std::move(then)](int result) {
        then(result == QDialog::Accepted ? std::optional(dialog->intValue()) : std::nullopt);
    });
    dialog->open();
}

void DialogPrompts::chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                                   std::function<void(std::optional<std::filesystem::path>)> then) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, then = std::move(then)](int result) {
        const QStringList files = dialog->selectedFiles();
        if (result != QDialog::Accepted || files.isEmpty()) {
            then(std::nullopt);
            return;
        }
        then(std::filesystem::path(files.front().toStdString()));
    });
    dialog->open();
}

void DialogPrompts::tell(QWidget* parent, const QString& title, const QString& text, const QString& detail,
                         std::function<void()> then) {
    QMessageBox* box = createBox(parent, QMessageBox::Warning, title, text, detail);
    box->addButton(QMessageBox::Ok);
    QObject::connect(box, &QDialog::finished, box, [then = std::move(then)] { then(); });
    box->open();
}

} // namespace grindstone::desktop
