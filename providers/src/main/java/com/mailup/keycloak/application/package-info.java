/** application: the addresses of an application that delegates its login. */
package com.mailup.keycloak.application;
