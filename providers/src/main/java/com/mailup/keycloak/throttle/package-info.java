/** throttle: how often a mail may be requested, and how often a login may fail. */
package com.mailup.keycloak.throttle;
