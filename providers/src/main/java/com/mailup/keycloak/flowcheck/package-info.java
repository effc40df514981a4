/** flow check: what a realm must not be set to, named before it does harm. */
package com.mailup.keycloak.flowcheck;
