export const viewsContainers = {
  activitybar: [{ id: "directConnect", title: "%container.title%", icon: "media/direct-connect.svg" }],
};

export const views = {
  directConnect: [
    {
      id: "directConnect.resources",
      name: "%view.resources.name%",
      contextualTitle: "%container.title%",
      icon: "media/direct-connect.svg",
      initialSize: 5,
    },
    {
      id: "directConnect.activity",
      name: "%view.activity.name%",
      contextualTitle: "%container.title%",
      icon: "media/direct-connect.svg",
      initialSize: 1,
    },
  ],
};

const simulator = "[Explore with the Built-in Simulator](command:directConnect.exploreSimulator)";
const profiles = "[Choose Profiles](command:directConnect.chooseProfiles)";
const regions = "[Choose Regions](command:directConnect.chooseRegions)";
const refresh = "[Try Again](command:directConnect.refresh)";
const log = "[Show Log](command:directConnect.showLog)";

/** One text for each reason why the tree is empty, by the value of the context key `directConnect.empty`. */
export const emptyStates = {
  loading: "Reading from AWS…",
  noProfile: `See your Direct Connect estate here: connections, virtual interfaces and gateways of all accounts and Regions that you choose.\n\nNew to it? A sample estate needs no AWS account.\n${simulator}\n\nOr read your own accounts with the profiles of your AWS configuration.\n${profiles}`,
  noRegion: `A profile is chosen, but no Region to read. Connections and virtual interfaces belong to a Region.\n${regions}`,
  expired: `The session of the chosen profile has ended. Sign in again with the tool that you use for it, such as “aws sso login”, then try again.\n${refresh}\n\nOr read with another profile.\n${profiles}`,
  credentials: `The chosen profile brings no usable credentials. Its entry in the AWS configuration may be incomplete, or the program that it runs may have failed.\n${profiles}\n\nThe log says what was tried.\n${log}`,
  denied: `The chosen profile may not read Direct Connect. It needs the permissions directconnect:Describe*; ask whoever grants them.\n${profiles}\n\nOnce granted:\n${refresh}`,
  unreachable: `The Direct Connect endpoint does not answer. Look at the network, the proxy and the setting directConnect.endpoint.\n${refresh}\n\nThe log says which address was tried.\n${log}`,
  failed: `Nothing could be read. The log says why.\n${log}\n${refresh}`,
  emptyAccount: `There is no Direct Connect resource in the chosen accounts and Regions.\n${regions}\n\nA sample estate shows how it looks with some.\n${simulator}`,
  untrusted: `This workspace is not trusted, so nothing is read with your credentials.\n[Manage Workspace Trust](command:workbench.trust.manage)\n\nThe simulator needs none.\n${simulator}`,
};

/** What the list of calls says while it shows none. */
export const activityWelcome = "What is changed from this window is listed here: the resource, the operation and how it ended. It can be filtered, made again, and exported.";

export const viewsWelcome = [
  ...Object.keys(emptyStates).map((reason) => ({
    view: "directConnect.resources",
    contents: `%welcome.${reason}%`,
    when: `directConnect.empty == '${reason}'`,
  })),
  { view: "directConnect.activity", contents: "%welcome.activity%" },
];
