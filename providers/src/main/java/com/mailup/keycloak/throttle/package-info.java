/** throttle: who may ask for a mail how often. */
package com.mailup.keycloak.throttle;
