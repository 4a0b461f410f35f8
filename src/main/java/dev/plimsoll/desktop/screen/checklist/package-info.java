/// The page on which a checklist is walked: one column says where the person is, one what the step
/// asks, one what the auditor will see. It is a place over one persisted run, so leaving it loses
/// nothing.
///
/// [Walk] is all that the page knows of a run; [ChecklistViewModel] holds what is shown, the other
/// classes show it. Verdicts come from the gate and are never computed here.
@NullMarked
package dev.plimsoll.desktop.screen.checklist;

import org.jspecify.annotations.NullMarked;
