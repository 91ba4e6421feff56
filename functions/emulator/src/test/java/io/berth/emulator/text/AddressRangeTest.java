// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "'',1.2.3.4,true",
    "1.2.3.4,1.2.3.4,true",
    "1.2.3.4,1.2.3.5,false",
    "1.2.3.4/32,1.2.3.4,true",
    "1.2.3.4/31,1.2.3.5,true",
    "1.2.3.4/31,1.2.3.6,false",
    "192.168.10.1/10,192.128.0.0,true",
    "192.168.10.1/10,192.127.255.255,false",
    "255.255.255.255/1,128.0.0.0,true",
    "255.255.255.255/1,127.255.255.255,false",
    "0.0.0.0/0,255.255.255.255,true",
    "1.2.3.4,nonsense,false"
  })
  void holdsTheAddressesOfItsNetwork(String range, String address, boolean holds) {
    assertThat(AddressRange.holds(range, address)).isEqualTo(holds);
  }
}
