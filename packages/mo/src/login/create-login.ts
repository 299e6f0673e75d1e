import type { MoLogin } from '@os2bridge/config';
import type { Poster } from '../http/http-post.ts';
import { createFixedLogin } from './fixed-login.ts';
import { createKeycloakLogin } from './keycloak-login.ts';
import type { Login } from './login.ts';

/** The login that the settings name. `post` reaches the login server. */
export const createLogin = (settings: MoLogin, post: Poster): Login => {
  switch (settings.kind) {
    case 'keycloak':
      return createKeycloakLogin(settings, post);
    case 'session':
      return createFixedLogin({ session: settings.token });
    case 'none':
      return createFixedLogin({});
  }
};
