const view = "view == directConnect.activity";
const call = `${view} && viewItem =~ /^call/`;
const request = `${view} && viewItem =~ /;request/`;
const reads = "directConnect.activity.showsReads";
const filtered = "directConnect.activity.isFiltered";

/** The commands of the list of calls; those on one call ask for it when the palette starts them. */
export const activityCommands = {
  "activity.showCall": { title: "Show Call", icon: "info" },
  "activity.revealSubject": { title: "Reveal Resource of Call in Tree", icon: "list-tree" },
  "activity.copyCommand": { title: "Copy Call as AWS CLI Command", icon: "terminal" },
  "activity.copyRequestId": { title: "Copy Request ID", icon: "copy" },
  "activity.runAgain": { title: "Run Call Again…", icon: "debug-rerun" },
  "activity.showReads": { title: "Show Calls That Read", icon: "eye", palette: `!${reads}` },
  "activity.hideReads": { title: "Hide Calls That Read", icon: "eye-closed", palette: reads },
  "activity.filter": { title: "Filter Activity…", icon: "filter" },
  "activity.clearFilter": { title: "Clear Filter of Activity", icon: "filter-filled", palette: filtered },
  "activity.export": { title: "Export Activity…", icon: "export" },
  "activity.clear": { title: "Clear Activity", icon: "clear-all" },
};

export const activityTitle = [
  { command: "directConnect.activity.showReads", when: `${view} && !${reads}`, group: "navigation@1" },
  { command: "directConnect.activity.hideReads", when: `${view} && ${reads}`, group: "navigation@1" },
  { command: "directConnect.activity.filter", when: `${view} && !${filtered}`, group: "navigation@2" },
  { command: "directConnect.activity.clearFilter", when: `${view} && ${filtered}`, group: "navigation@2" },
  { command: "directConnect.activity.filter", when: `${view} && ${filtered}`, group: "1_list@1" },
  { command: "directConnect.activity.export", when: view, group: "2_all@1" },
  { command: "directConnect.activity.clear", when: view, group: "2_all@2" },
];

export const activityItems = [
  { command: "directConnect.activity.runAgain", when: call, group: "inline@1" },
  { command: "directConnect.activity.runAgain", when: call, group: "1_act@1" },
  { command: "directConnect.activity.showCall", when: call, group: "2_show@1" },
  { command: "directConnect.activity.revealSubject", when: call, group: "2_show@2" },
  { command: "directConnect.activity.copyCommand", when: call, group: "3_copy@1" },
  { command: "directConnect.activity.copyRequestId", when: request, group: "3_copy@2" },
];

/** Documents that hold one call: by their name, which also ties their schema to them. */
const requestDocument = "resourceFilename =~ /\\.dx-call\\.json$/";

export const callCommands = {
  callOperation: { title: "Call Any Operation…", icon: "code" },
  runRequest: { title: "Run Request", icon: "play", palette: requestDocument },
};

export const callTitle = [{ command: "directConnect.runRequest", when: requestDocument, group: "navigation@1" }];
