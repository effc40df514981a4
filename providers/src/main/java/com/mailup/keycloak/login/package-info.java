/** login: the sign-in form, by user name only. */
package com.mailup.keycloak.login;
