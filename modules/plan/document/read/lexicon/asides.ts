import type { LeftReason } from "../../reading.ts";

/** Headings that open a part of the page that is not the plan in force. The first that fits counts. */
export const ASIDES: readonly [RegExp, LeftReason][] = [
  [/^(?:frequently asked questions|faqs?)\b|^appendix\b|\b(?:addendum|assurances|signatures?)$/i, "narrative"],
  [
    /^what (?:the|our) (?:data|numbers|results) (?:told|tell|tells|show|shows|say)\b|^what we (?:heard|learned|found|know|noticed)(?: from .*| in .*)?$|^(?:current reality|key findings|findings|our starting point)$/i,
    "narrative",
  ],
  [/^(?:draft |approved )?(?:minutes|agenda)\b.*\bmeeting\b|\bmeeting (?:minutes|agenda)\b/i, "narrative"],
  [/^(?:how|ways) .{0,30}\b(?:can|to) (?:help|get involved|take part)\b|^what you can do\b/i, "call_to_action"],
  [
    /^archived?\b|\barchive:|\b(?:former|previous|prior|past|old|earlier|archived|superseded|retired|expired|outgoing|replaced|sunset)\b.{0,40}\b(?:plan|plans|goals?|priorit(?:y|ies)|strateg(?:y|ies)|version|pillars|objectives)\b|\bno longer in (?:force|effect)\b|\b(?:plan|goals|priorities)\b.{0,24}\((?:expired|superseded|archived?|former|retired|replaced|completed)\b/i,
    "former_plan",
  ],
  [
    /\b(?:draft|proposed)\b.{0,40}\b(?:replaced|superseded|not adopted|withdrawn|for history)\b|\breplaced by\b/i,
    "former_plan",
  ],
  [
    /\bstate (?:board )?(?:of education )?(?:priorit|goals?\b|strategic|standards?\b|requirements?)|\bfor reference\b|\breference list\b|\brequired goal areas?\b|\blcff priorit|\bstate['’]s (?:eight|ten|8|10|priorit|goals)|\b(?:federal|statutory) (?:requirements?|goals)\b|\bcrosswalk\b/i,
    "reference_list",
  ],
  [
    /^(?:amendments?|revisions?) (?:of|to|since|adopted|approved|made|history|log|register)\b|^amendments$|^changes (?:to|since|made to)\b|^(?:history|record|register|log|list|summary) of (?:amendments|changes|revisions)\b|^(?:change|revision|amendment) (?:history|log|register)$/i,
    "reference",
  ],
  [
    /^(?:glossary|definitions?|key terms|terms|terminology|vocabulary|acronyms|abbreviations)\b|^(?:legend|key)$|\b(?:definitions?|glossary) of\b|\b(?:terms|words) (?:we use|you (?:will|may|might) (?:hear|see|meet|read)|used|to know|defined|explained|in this plan)\b|^how to read\b|^what (?:is|are) (?:an? )?(?:goal|objective|strategy|strategic plan|guardrails?|smart goal|kpi|measure)\b|\bwhat (?:the|these|our) (?:words|terms) mean\b|\bglossary\b|^understanding (?:the|our) (?:terms|language|plan)/i,
    "definition",
  ],
  [/^(?:contact(?: us| information)?|questions|for more information|who to contact)\b/i, "contact"],
  [
    /^(?:download|downloads|learn more|get involved|read (?:the|more)|view (?:the|all|our)|see also|share (?:this|your)|sign up|register|documents?(?: and (?:links|resources))?|resources|related (?:documents|links|pages|news|content|resources)|links|attachments|files|quick links|helpful links|stay informed|subscribe|have your say|give us your feedback|feedback)\b/i,
    "call_to_action",
  ],
  [
    /^(?:page navigation|you may also like|in this section|table of contents|contents|navigation|menu|site map|popular|recent (?:news|posts|stories)|related (?:news|stories|posts)|more news|latest news|news|announcements|calendar|upcoming events|events|search|translate|share|follow us|find us|connect with us|home)$/i,
    "navigation",
  ],
  [
    /^(?:background|introduction|about(?: (?:us|the (?:plan|district|school|process)|this (?:plan|page)))?|overview|process|our process|the process|planning process|the planning process|timeline|project timeline|planning timeline|(?:strategic )?planning (?:team|committee|process|timeline)|steering committee|committee members?|team members?|members|meet the (?:team|committee)|acknowledge?ments?|stakeholder (?:input|feedback)|community (?:input|forums?)|how (?:we got here|the plan was (?:made|written|developed|built)|it (?:works|was made))|history|our history|(?:a )?(?:message|letter|note|welcome)(?: from .*)?|dear .*|executive summary|methodology|swot(?: analysis)?|strengths|weaknesses|opportunities|threats|demographics|district profile|school profile|needs assessment|comprehensive needs assessment|data (?:analysis|review|summary)|next steps|what(?:(?:'|’)?s| comes| happens) next|board of education|board members|school board|superintendent|environmental scan|themes? from .*|what we heard|how you can help|monitoring(?: the plan)?|reporting|accountability|how (?:the plan|we) (?:will be|is) (?:monitored|reviewed)|meeting dates|minutes|agendas?|annual review|review cycle|by the numbers|fast facts|at a glance|who we are|implementation)$/i,
    "narrative",
  ],
];

/** Whole lines that are noise wherever they stand. */
export const NOISE: readonly [RegExp, LeftReason][] = [
  [/^[ivx]{1,5}$/, "stray_mark"],
  [/^(?:(?:expand|collapse|show|hide)(?: all)?\s*)+$|[▾▼▲▸►]\s*$/i, "navigation"],
  [/^(?:image|photo|photograph|picture|graphic|logo|video|icon)s?(?: of\b|:)/i, "navigation"],
  [/\[\s?\]|_{5,}.*_{3,}|^[A-Z][\w ]{0,30}:\s*_{3,}$/, "blank_template"],
  [/\b(?:we use|this (?:site|website) uses) cookies\b|^select language\b/i, "navigation"],
  [/^(?:[A-Z][\w ()/]{0,40})?#?\d{0,2}\s*[:.–-]?\s*(?:_{3,}[\s.,;/%$]*)+$/, "blank_template"],
  [
    /^(?:adopted|approved|revised|updated|amended|presented|submitted|effective|last (?:reviewed|revised|updated))\b.{0,90}\b(?:19|20)\d{2}\b.{0,30}$/i,
    "introduction",
  ],
  [/^[\w&'’ .-]{2,40}(?:\s[>»›]\s[\w&'’ .-]{2,40})+$/, "navigation"],
  [
    /^\w+(?: \w+)? \d+ details\b|^no progress\b.{0,10}\baccomplished\b|^(?:high|medium|low) priority$|^targeted or esf high priority$|^(?:formative|summative|reviews)(?: (?:reviews?|formative|summative))*$/i,
    "blank_template",
  ],
  [/^p[áa]gina \d{1,4}(?: de \d{1,4})?$/i, "stray_mark"],
  [/^(?:aprobado|adoptado|actualizado|revisado)\b.{0,90}\b(?:19|20)\d{2}\b.{0,30}$/i, "introduction"],
  [/^[\W_]+$|^(?:page )?\d{1,4}(?: of \d{1,4})?$|^[-–—|\s]*(?:page\s*)?\d{1,4}[-–—|\s]*$/i, "stray_mark"],
  [
    /^\d{1,3}\s*\|\s*(?:[A-Z][\w.’' &-]{2,60} )?(?:Schools?|District|ISD|USD|Academy|Charter|Plan)\b[\w ]{0,20}$/,
    "footer",
  ],
  [/^.{0,80}?\s(?:\||page)\s*\d{1,3}(?: of \d{1,3})?$/i, "footer"],
  [
    /^(?:copyright\b|©|\(c\) ?20|all rights reserved|powered by|website by|last (?:updated|modified|revised)\b|privacy policy|terms of (?:use|service)|posted (?:by|on)\b|.{0,80}\bequal opportunity (?:employer|provider)|.{0,60}\bdoes not discriminate\b|accessibility\b.{0,20}$|non-?discrimination\b)/i,
    "footer",
  ],
  [
    /^(?:page navigation|you may also like|skip to (?:main )?content|back to (?:top|.*)|return to .*|home|menu|search|next|previous|print(?: this page)?|share(?: this page)?|translate|close|open|toggle .*|show (?:more|less|all)|expand (?:all|section)|collapse(?: all)?|select language|go to .*|breadcrumbs?|you are here.*|jump to .*|in this section)$/i,
    "navigation",
  ],
  [/^(?:\w+: )?(?:[\w&'’ .-]{2,40}\s*(?:[|>»›•·]|\s\/\s)\s*){2,}[\w&'’ .-]{0,40}$/, "navigation"],
  [
    /^(?:download|click|tap|view|read|see|visit|open|watch|listen to|learn more|find out|sign up|register|join|subscribe|follow|print|to (?:access|read|view|download|learn more))\b.{0,120}\b(?:plan|pdf|page|here|more|document|report|calendar|website|webpage|link|video|summary|packet|agenda|presentation|dashboard|scorecard|site|brochure|map|form|survey|newsletter|file|copy|version)\b.{0,30}$|^(?:learn|read|see|find out|view) more\b.{0,60}$|\((?:pdf|docx?|\d+(?:\.\d+)? ?[km]b)\)\s*$/i,
    "call_to_action",
  ],
  [
    /^(?:questions|comments|for (?:more|further|additional) information|for questions|contact|please (?:contact|call|email)|to comment|call|email|e-mail|phone|tel|fax|address|office hours)\b.{0,20}[?:].{0,140}$|^(?:contact|call|email|e-mail)\s(?:us\b|.{0,80}(?:\d{3}[-. )]|@|\boffice\b|\bwebsite\b)).{0,60}$|^(?:questions|comments)\b.{0,160}(?:\bcall\b|\bcontact\b|\bemail\b|@|\boffice\b|\bsent to\b).{0,80}$/i,
    "contact",
  ],
  [
    /^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:https?:\/\/|www\.)\S+$|^\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$|^\d{1,6} [\w .]+\b(?:street|st\.|avenue|ave\.?|road|rd\.?|drive|dr\.|lane|boulevard|blvd\.?|highway|hwy\.?)\b.{0,60}$/i,
    "contact",
  ],
];
