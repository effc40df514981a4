/** Rules over the repository: what a reviewer would otherwise have to remember. */
package com.mailup.keycloak.house;
