import * as actionBar from "./action-bar/action-bar.examples.tsx";
import * as adoptionLine from "./adoption-line/adoption-line.examples.tsx";
import * as band from "./band/band.examples.tsx";
import * as blade from "./blade/blade.examples.tsx";
import * as block from "./block/block.examples.tsx";
import * as button from "./button/button.examples.tsx";
import * as checkBox from "./check-box/check-box.examples.tsx";
import * as codeTag from "./code-tag/code-tag.examples.tsx";
import * as codedList from "./coded-list/coded-list.examples.tsx";
import * as columns from "./columns/columns.examples.tsx";
import * as countBar from "./count-bar/count-bar.examples.tsx";
import * as crumb from "./crumb/crumb.examples.tsx";
import * as dateField from "./date-field/date-field.examples.tsx";
import * as dialog from "./dialog/dialog.examples.tsx";
import * as disclosure from "./disclosure/disclosure.examples.tsx";
import * as emptyState from "./empty-state/empty-state.examples.tsx";
import * as errorSummary from "./error-summary/error-summary.examples.tsx";
import type { Sample } from "./example.ts";
import * as facts from "./facts/facts.examples.tsx";
import * as field from "./field/field.examples.tsx";
import * as figureWithTable from "./figure-with-table/figure-with-table.examples.tsx";
import * as fileField from "./file-field/file-field.examples.tsx";
import * as finding from "./finding/finding.examples.tsx";
import * as flash from "./flash/flash.examples.tsx";
import * as foot from "./foot/foot.examples.tsx";
import * as formLayout from "./form-layout/form-layout.examples.tsx";
import * as pages from "./gallery/pages.examples.tsx";
import * as keyHint from "./key-hint/key-hint.examples.tsx";
import * as languages from "./languages/languages.examples.tsx";
import * as maker from "./maker/maker.examples.tsx";
import * as measureLine from "./measure-line/measure-line.examples.tsx";
import * as measureText from "./measure-text/measure-text.examples.tsx";
import * as note from "./note/note.examples.tsx";
import * as notice from "./notice/notice.examples.tsx";
import * as page from "./page/page.examples.tsx";
import * as pager from "./pager/pager.examples.tsx";
import * as pair from "./pair/pair.examples.tsx";
import * as passwordField from "./password-field/password-field.examples.tsx";
import * as person from "./person/person.examples.tsx";
import * as post from "./post/post.examples.tsx";
import * as progress from "./progress/progress.examples.tsx";
import * as publicHead from "./public-head/public-head.examples.tsx";
import * as qrCode from "./qr-code/qr-code.examples.tsx";
import * as radioGroup from "./radio-group/radio-group.examples.tsx";
import * as redline from "./redline/redline.examples.tsx";
import * as register from "./register/register.examples.tsx";
import * as route from "./route/route.examples.tsx";
import * as selectField from "./select-field/select-field.examples.tsx";
import * as signpost from "./signpost/signpost.examples.tsx";
import * as skipLink from "./skip-link/skip-link.examples.tsx";
import * as sourceLines from "./source-lines/source-lines.examples.tsx";
import * as stack from "./stack/stack.examples.tsx";
import * as staffHead from "./staff-head/staff-head.examples.tsx";
import * as statement from "./statement/statement.examples.tsx";
import * as statusLine from "./status-line/status-line.examples.tsx";
import * as statusMark from "./status-mark/status-mark.examples.tsx";
import * as stopMark from "./stop-mark/stop-mark.examples.tsx";
import * as stops from "./stops/stops.examples.tsx";
import * as table from "./table/table.examples.tsx";
import * as tabs from "./tabs/tabs.examples.tsx";
import * as tag from "./tag/tag.examples.tsx";
import * as textArea from "./text-area/text-area.examples.tsx";
import * as textField from "./text-field/text-field.examples.tsx";
import * as timeRows from "./time-rows/time-rows.examples.tsx";
import * as tree from "./tree/tree.examples.tsx";
import * as visuallyHidden from "./visually-hidden/visually-hidden.examples.tsx";
import * as workMark from "./work-mark/work-mark.examples.tsx";

/** Everything there is to see and to check: the gallery, the tests and the axe run read this one list. */
export const samples: Sample[] = [
  { component: "pages", ...pages },
  { component: "action-bar", ...actionBar },
  { component: "adoption-line", ...adoptionLine },
  { component: "band", ...band },
  { component: "blade", ...blade },
  { component: "block", ...block },
  { component: "button", ...button },
  { component: "check-box", ...checkBox },
  { component: "code-tag", ...codeTag },
  { component: "coded-list", ...codedList },
  { component: "columns", ...columns },
  { component: "count-bar", ...countBar },
  { component: "crumb", ...crumb },
  { component: "date-field", ...dateField },
  { component: "dialog", ...dialog },
  { component: "disclosure", ...disclosure },
  { component: "empty-state", ...emptyState },
  { component: "error-summary", ...errorSummary },
  { component: "facts", ...facts },
  { component: "field", ...field },
  { component: "figure-with-table", ...figureWithTable },
  { component: "file-field", ...fileField },
  { component: "finding", ...finding },
  { component: "flash", ...flash },
  { component: "foot", ...foot },
  { component: "form-layout", ...formLayout },
  { component: "key-hint", ...keyHint },
  { component: "languages", ...languages },
  { component: "maker", ...maker },
  { component: "measure-line", ...measureLine },
  { component: "measure-text", ...measureText },
  { component: "note", ...note },
  { component: "notice", ...notice },
  { component: "page", ...page },
  { component: "pager", ...pager },
  { component: "pair", ...pair },
  { component: "password-field", ...passwordField },
  { component: "person", ...person },
  { component: "post", ...post },
  { component: "progress", ...progress },
  { component: "public-head", ...publicHead },
  { component: "qr-code", ...qrCode },
  { component: "radio-group", ...radioGroup },
  { component: "redline", ...redline },
  { component: "register", ...register },
  { component: "route", ...route },
  { component: "select-field", ...selectField },
  { component: "signpost", ...signpost },
  { component: "skip-link", ...skipLink },
  { component: "source-lines", ...sourceLines },
  { component: "stack", ...stack },
  { component: "staff-head", ...staffHead },
  { component: "statement", ...statement },
  { component: "status-line", ...statusLine },
  { component: "status-mark", ...statusMark },
  { component: "stop-mark", ...stopMark },
  { component: "stops", ...stops },
  { component: "table", ...table },
  { component: "tabs", ...tabs },
  { component: "tag", ...tag },
  { component: "text-area", ...textArea },
  { component: "text-field", ...textField },
  { component: "time-rows", ...timeRows },
  { component: "tree", ...tree },
  { component: "visually-hidden", ...visuallyHidden },
  { component: "work-mark", ...workMark },
];
