/** The site map. */
import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** Anyone may come. `problem.tsx` keeps the frame where a page cannot be shown. */
const everyone = layout("frames/public.tsx", [
  layout("frames/problem.tsx", { id: "public-problem" }, [
    index("routes/home.tsx"),
    route("set-up", "routes/set-up.tsx"),
    route("sign-in", "routes/sign-in.tsx"),
    route("sign-on/:id/return", "routes/sign-on/return.tsx"),
    route("access", "routes/access.tsx"),
    route("invitations/:token", "routes/invitation.tsx"),
    route("accessibility", "routes/accessibility.tsx"),
    ...prefix("plans/:slug", [
      index("routes/plans/plan.tsx"),
      route("search", "routes/plans/search.tsx"),
      route("summary", "routes/plans/summary.tsx"),
      route("crosswalk", "routes/plans/crosswalk.tsx", { id: "public-crosswalk" }),
      route("compare", "routes/plans/compare.tsx", { id: "public-compare" }),
      route("versions", "routes/plans/versions.tsx"),
      route("versions/:n", "routes/plans/version.tsx"),
      route("timeline", "routes/plans/timeline.tsx"),
      route("unsaid", "routes/plans/unsaid.tsx"),
      route("changes", "routes/plans/changes.tsx"),
      route("elements", "routes/plans/elements.tsx"),
      route("proposal", "routes/plans/proposal.tsx"),
      route("proposal/comments", "routes/plans/comment-sent.tsx"),
      route("proposal/:address", "routes/plans/proposal-element.tsx"),
      route(":address", "routes/plans/element.tsx"),
    ]),
    route("*", "routes/nowhere.tsx"),
  ]),
]);

/** Whoever has an account, with work here or without. */
const account = layout("frames/signed-in.tsx", [
  layout("frames/problem.tsx", { id: "account-problem" }, [
    ...prefix("account", [
      index("routes/account/account.tsx"),
      route("name", "routes/account/name.tsx"),
      route("password", "routes/account/password.tsx"),
      route("sessions/end", "routes/account/sessions-end.ts"),
      route("sessions/:id/end", "routes/account/session-end.ts"),
    ]),
  ]),
]);

/** People who work here. */
const staff = layout("frames/staff.tsx", [
  layout("frames/problem.tsx", { id: "staff-problem" }, [
    route("home", "routes/staff-home.tsx"),
    ...prefix("plan", [
      index("routes/plan/plans.tsx"),
      route("handover", "routes/plan/handover.tsx"),
      route(":slug", "routes/plan/plan.tsx"),
      route(":slug/audience", "routes/plan/audience.tsx"),
      route(":slug/alignments", "routes/plan/alignments.tsx"),
      route(":slug/draft", "routes/plan/draft.tsx"),
      route(":slug/compare", "routes/plan/compare.tsx"),
      route(":slug/adoption", "routes/plan/adoption.tsx"),
      route(":slug/amendment", "routes/plan/amendment.tsx"),
      route(":slug/crosswalk", "routes/plan/crosswalk.tsx"),
      route("authorities", "routes/plan/authorities.tsx"),
      route(":slug/proposal", "routes/plan/proposal.tsx"),
      route(":slug/comments", "routes/plan/comments.tsx"),
      route(":slug/:address", "routes/plan/element.tsx"),
      route("documents", "routes/plan/documents.tsx"),
      route("reviews/:id", "routes/plan/review.tsx"),
      route("reviews/:id/acceptance", "routes/plan/acceptance.tsx"),
    ]),
    route("log", "routes/log.tsx"),
    route("log/keeping", "routes/log-keeping.tsx"),
    route("looks", "routes/looks.tsx"),
    ...prefix("people", [
      index("routes/people/people.tsx"),
      route("invitation", "routes/people/invitation.tsx"),
      route(":id", "routes/people/person.tsx"),
      route(":id/change", "routes/people/change.tsx"),
      route(":id/grants", "routes/people/grants.tsx"),
      route(":id/view-as", "routes/people/view-as.tsx"),
      route(":id/link", "routes/people/link.tsx"),
      route("grants/:id/end", "routes/people/grant-end.tsx"),
      route("invitations/:id/withdrawal", "routes/people/withdrawal.tsx"),
    ]),
    ...prefix("district", [
      index("routes/district/district.tsx"),
      route("change", "routes/district/change.tsx"),
      route("sign-on", "routes/district/sign-on/ways.tsx"),
      route("sign-on/new", "routes/district/sign-on/new.tsx"),
      route("sign-on/:id", "routes/district/sign-on/provider.tsx"),
      route("sign-on/:id/switch", "routes/district/sign-on/switch.tsx"),
      route("sign-on/:id/removal", "routes/district/sign-on/removal.tsx"),
      route("school", "routes/district/school.tsx", { id: "school-new" }),
      route("schools/:id", "routes/district/school.tsx", { id: "school" }),
      route("department", "routes/district/department.tsx", { id: "department-new" }),
      route("departments/:id", "routes/district/department.tsx", { id: "department" }),
      route("team", "routes/district/team.tsx", { id: "team-new" }),
      route("teams/:id", "routes/district/team.tsx", { id: "team" }),
      route("year", "routes/district/year.tsx", { id: "year-new" }),
      route("years/:id", "routes/district/year.tsx", { id: "year" }),
      route(":kind/:id/removal", "routes/district/removal.tsx"),
    ]),
  ]),
]);

export default [
  everyone,
  account,
  staff,
  route("plans/:slug/embed", "routes/plans/embed.tsx"),
  route("plans/:slug/running-title.css", "routes/plans/running-title.ts"),
  route("plans/:slug/changes.csv", "routes/plans/changes-csv.ts"),
  route("plans/:slug/plan.json", "routes/plans/plan-file.ts"),
  route("plan/:slug/plan.json", "routes/plan/plan-file.ts"),
  route("plan/documents/:id/file", "routes/plan/document-file.ts"),
  route("looks.csv", "routes/looks-csv.ts"),
  route("sign-on/:id", "routes/sign-on/leave.ts"),
  route("sign-on/:id/acs", "routes/sign-on/acs.ts"),
  route("sign-on/:id/metadata", "routes/sign-on/metadata.ts"),
  route("sign-out", "routes/sign-out.ts"),
  route("viewing/end", "routes/people/viewing-end.ts"),
  route("language/:language", "routes/reader-choice.ts", { id: "language" }),
  route("theme/:theme", "routes/reader-choice.ts", { id: "theme" }),
  route("gallery", "routes/gallery.tsx"),
  route("gallery/:example", "routes/gallery-example.tsx"),
  route("health", "routes/health.ts"),
] satisfies RouteConfig;
