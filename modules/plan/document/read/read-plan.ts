import type { LeftReason, Reading } from "../reading.ts";
import type { SourceDocument } from "../source.ts";
import { account } from "./account.ts";
import { answerOf } from "./answer.ts";
import type { Draft } from "./draft.ts";
import { findFocus, silenceFocusLists } from "./focus.ts";
import { readFront } from "./front.ts";
import { uniteKinds } from "./goal-kinds.ts";
import { addGoalMeasures } from "./goal-measures.ts";
import { impliedParents } from "./implied.ts";
import { levelsOfOwners, levelsOfStatements, themesAmongAsides, themesOfOneNoun } from "./kinds-of-heading.ts";
import { learnLabels } from "./learned-labels.ts";
import { nameLevels } from "./levels.ts";
import { markByColor } from "./marks.ts";
import { settleMeasures } from "./measures.ts";
import { findObservations } from "./observations.ts";
import { isOtherKind, leaveOther } from "./other-kinds.ts";
import { learnHeadings } from "./own-headings.ts";
import { addParagraphMeasures } from "./paragraph-measures.ts";
import { settleParents } from "./parents.ts";
import { pieceFinder } from "./piece.ts";
import { holdsPlan } from "./plan-words.ts";
import { findMotto, findProseStatements } from "./prose-statements.ts";
import { mergeRepeats } from "./repeats.ts";
import { readReport } from "./report.ts";
import { type SeenPiece, seePieces } from "./see.ts";
import { dropStrayStatements } from "./stray-statements.ts";
import { lookAround, type Surroundings } from "./surroundings.ts";
import { Walk } from "./walk.ts";
import { findWarnings } from "./warnings.ts";
import { toPieces } from "./wrap.ts";

/**
 * Reads the plan that a document holds. Pure and deterministic; every string it answers stands in the document, and every
 * line of the document is either placed or named in `left`.
 *
 * First the page is put together (`wrap`), every piece looked at by itself (`see`) and in its surroundings, and walked through
 * from the top. Then, as references come before what they refer to, the tree is made of what was found.
 */
export function readPlan(source: SourceDocument): Reading {
  const pieces = seePieces(toPieces(source));
  themesAmongAsides(pieces);
  silenceFocusLists(pieces);
  if (holdsPlan(source, pieces)) {
    learnLabels(pieces);
    learnHeadings(pieces);
    themesOfOneNoun(pieces);
    levelsOfStatements(pieces);
    levelsOfOwners(pieces);
  }
  const around = lookAround(source, pieces);
  const draft = readDraft(source, pieces, around);
  findMotto(pieces, draft);
  findProseStatements(pieces, draft);

  const { titles, orgs, ...front } = readFront(pieces);
  const { idOf, ...answer } = answerOf(draft);
  const reading = { ...front, ...answer, focus: findFocus(draft, pieces, idOf) };
  const heads = new Map<SeenPiece, LeftReason>([
    ...titles.map((piece): [SeenPiece, LeftReason] => [piece, "document_title"]),
    ...orgs.map((piece): [SeenPiece, LeftReason] => [piece, "organisation"]),
  ]);
  return {
    ...reading,
    left: account(pieces, draft, reading, heads),
    warnings: findWarnings(source, pieces, draft, around, front.period),
  };
}

function readDraft(source: SourceDocument, pieces: SeenPiece[], around: Surroundings): Draft {
  if (isOtherKind(source, pieces)) return leaveOther(pieces);
  return around.isReport ? readReport(pieces, around) : readTree(pieces, around);
}

function readTree(pieces: SeenPiece[], around: Surroundings): Draft {
  const draft = new Walk(pieces, around).walk();
  const pieceAt = pieceFinder(pieces);
  uniteKinds(draft);
  settleParents(draft);
  impliedParents(draft);
  mergeRepeats(draft);
  dropStrayStatements(draft, pieceAt);
  nameLevels(draft, around.announced);
  markByColor(draft, pieces);
  settleMeasures(draft);
  addGoalMeasures(draft);
  addParagraphMeasures(draft, pieceAt);
  findObservations(draft, pieceAt);
  return draft;
}
