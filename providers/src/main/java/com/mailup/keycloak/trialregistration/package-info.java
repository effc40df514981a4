/** trial-registration: a form in, an account on trial by a link in a mail. */
package com.mailup.keycloak.trialregistration;
