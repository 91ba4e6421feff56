// SPDX-License-Identifier: Apache-2.0
/** What a product of the cloud is: actions, the calls they get, regions, names of resources. */
package io.berth.emulator.product;
