/** Agreements have no id of their own. */
export function agreementKey({ ownerAccount, name }: { readonly ownerAccount: string; readonly name: string }): string {
  return `${ownerAccount} ${name}`;
}

/** Nor have the memberships of connections in resiliency groups. */
export function membershipKey(resiliencyGroupId: string, connectionId: string): string {
  return `${resiliencyGroupId} ${connectionId}`;
}
