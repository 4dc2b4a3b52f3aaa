/** Accounts as the stand-in for GitHub shows them. */
import type { getOctokit } from '@actions/github';

type Rest = ReturnType<typeof getOctokit>['rest'];
type CommentJson = Awaited<ReturnType<Rest['issues']['createComment']>>['data'];
type UserJson = NonNullable<CommentJson['user']>;

/** Everything happens at once in a test. */
export const when = '2026-01-01T00:00:00Z';

export function simpleUser(login: string): UserJson {
  const url = `https://api.example.com/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 41,
    node_id: 'U_41',
    avatar_url: `${url}.png`,
    gravatar_id: '',
    url,
    html_url: url,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}
