// SPDX-License-Identifier: Apache-2.0
/** What a product of the cloud is: actions, the calls they get, regions, names of resources. */
@NullMarked
package io.berth.emulator.product;

import org.jspecify.annotations.NullMarked;
