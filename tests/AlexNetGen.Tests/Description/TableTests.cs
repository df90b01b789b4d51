using System.Globalization;

namespace AlexNetGen.Tests.Description;

public class TableTests
{
    [Fact]
    public void A_small_network_as_a_table()
    {
        Assert.Equal(
            """
            TinyNet: 1x28x28 -> 10, largest activation 6,272 values
            layer  operation                              output   parameters  multiply-adds  field / jump  formula
            ---------------------------------------------------------------------------------------------------------------------------
            Conv   Conv2d(8, Kernel=5, Padding=2) + ReLU  8x28x28         208        156,800                (28 + 2*2 - 5) / 1 + 1 = 28
                   MaxPool2d(Kernel=2)                    8x14x14                             6 / 2         (28 - 2) / 2 + 1 = 14
            Fc     Flatten + Dropout(0.5)                 1568
                   Linear(10) + Softmax                   10           15,690         15,680  whole input
            ---------------------------------------------------------------------------------------------------------------------------
            total                                                      15,898        172,480

            """,
            SampleNetworks.Tiny.ToTable());
    }

    [Fact]
    public void The_first_layer_of_AlexNet_fits_its_line()
    {
        string row = SampleNetworks.AlexNet.ToTable().Split('\n')[3];
        Assert.Equal(
            "Conv1  Conv2d(64, Kernel=11, Stride=4, Padding=2) + ReLU  64x55x55      23,296     70,276,800  11 / 4        (224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55",
            row);
        Assert.InRange(row.Length, 1, 150);
    }

    [Fact]
    public void A_small_network_as_Markdown()
    {
        Assert.Equal(
            """
            TinyNet: 1x28x28 -> 10, largest activation 6,272 values

            | layer | operation | output | parameters | multiply-adds | field / jump | formula |
            |---|---|---|--:|--:|---|---|
            | Conv | Conv2d(8, Kernel=5, Padding=2) + ReLU | 8x28x28 | 208 | 156,800 |  | (28 + 2\*2 - 5) / 1 + 1 = 28 |
            |  | MaxPool2d(Kernel=2) | 8x14x14 |  |  | 6 / 2 | (28 - 2) / 2 + 1 = 14 |
            | Fc | Flatten + Dropout(0.5) | 1568 |  |  |  |  |
            |  | Linear(10) + Softmax | 10 | 15,690 | 15,680 | whole input |  |
            | total |  |  | 15,898 | 172,480 |  |  |

            """,
            SampleNetworks.Tiny.ToMarkdown());
    }

    [Fact]
    public void A_layer_that_reads_another_than_the_one_above_says_so()
    {
        OperationDescription convolution = new("Conv2d", "2, Kernel = 1", [2, 4, 4], [2, 4, 4], "4", 6, 64, []);
        OperationDescription add = new("Add", "A, B", [2, 4, 4], [2, 4, 4], null, 0, 0, []);
        NetworkDescription network = new(
            "Graph",
            [2, 4, 4],
            [
                new Layer("A", [], [convolution], new ReceptiveField(1, 3, 1, 2)), new Layer("B", [], [convolution], null),
                new Layer("C", ["A"], [convolution], null), new Layer("D", ["B", "C"], [add], null), new Layer("E", ["D"], [convolution], null),
            ]);
        string[] lines = network.ToTable().Split('\n');
        Assert.StartsWith("A      Conv2d(2, Kernel=1)  ", lines[3], StringComparison.Ordinal);
        Assert.Contains("  1x3 / 1x2  ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("B      from the input: Conv2d(2, Kernel=1)  ", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("C      from A: Conv2d(2, Kernel=1)  ", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("D      Add(A, B)  ", lines[6], StringComparison.Ordinal);
        Assert.StartsWith("E      Conv2d(2, Kernel=1)  ", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        string table = SampleNetworks.Tiny.ToTable();
        string json = SampleNetworks.Tiny.ToJson();
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            strange.NumberFormat.NumberGroupSeparator = ".";
            strange.NumberFormat.NegativeSign = "minus ";
            CultureInfo.CurrentCulture = strange;
            Assert.Equal(table, SampleNetworks.Tiny.ToTable());
            Assert.Equal(json, SampleNetworks.Tiny.ToJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
