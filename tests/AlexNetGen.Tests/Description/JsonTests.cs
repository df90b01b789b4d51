using System.Text.Json;

namespace AlexNetGen.Tests.Description;

public class JsonTests
{
    [Fact]
    public void The_first_layer_of_AlexNet_as_JSON()
    {
        Assert.Equal(
            """
            {
              "name": "AlexNet",
              "input": [3, 224, 224],
              "output": [64, 55, 55],
              "outputs": [
                {
                  "name": "Conv1",
                  "shape": [64, 55, 55],
                  "offset": 0
                }
              ],
              "parameters": 23296,
              "multiplyAdds": 70276800,
              "largestActivation": 193600,
              "layers": [
                {
                  "name": "Conv1",
                  "inputs": [],
                  "output": [64, 55, 55],
                  "parameters": 23296,
                  "multiplyAdds": 70276800,
                  "receptiveField": {
                    "height": 11,
                    "width": 11,
                    "jumpHeight": 4,
                    "jumpWidth": 4
                  },
                  "operations": [
                    {
                      "name": "Conv2d",
                      "arguments": "64, Kernel = 11, Stride = 4, Padding = 2",
                      "input": [3, 224, 224],
                      "output": [64, 55, 55],
                      "formula": "(224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55",
                      "parameters": 23296,
                      "multiplyAdds": 70276800,
                      "tensors": [
                        {
                          "name": "features.0.weight",
                          "shape": [64, 3, 11, 11],
                          "fanIn": 363
                        },
                        {
                          "name": "features.0.bias",
                          "shape": [64],
                          "fanIn": 363
                        }
                      ]
                    },
                    {
                      "name": "ReLU",
                      "arguments": "",
                      "input": [64, 55, 55],
                      "output": [64, 55, 55],
                      "formula": null,
                      "parameters": 0,
                      "multiplyAdds": 0,
                      "tensors": []
                    }
                  ]
                }
              ]
            }
            """,
            SampleNetworks.AlexNet.ToJson());
    }

    [Fact]
    public void Inputs_and_a_field_of_the_whole_input()
    {
        using JsonDocument document = JsonDocument.Parse(SampleNetworks.Tiny.ToJson());
        JsonElement layer = document.RootElement.GetProperty("layers")[1];
        Assert.Equal("Conv", layer.GetProperty("inputs")[0].GetString());
        Assert.Equal(JsonValueKind.Null, layer.GetProperty("receptiveField").ValueKind);
        Assert.Equal(4, layer.GetProperty("operations").GetArrayLength());
    }
}
