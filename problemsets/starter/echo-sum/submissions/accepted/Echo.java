// SPDX-License-Identifier: GPL-3.0-or-later
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Echo {
    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        input.readLine();
        long sum = 0;
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            StringTokenizer numbers = new StringTokenizer(line);
            while (numbers.hasMoreTokens()) {
                sum += Long.parseLong(numbers.nextToken());
            }
        }
        System.out.println(sum);
    }
}
