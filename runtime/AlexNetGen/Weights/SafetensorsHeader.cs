using System.Text.Json;
using System.Text.Unicode;
using static System.FormattableString;

namespace AlexNetGen.Weights;

/// <summary>
/// The JSON header of a safetensors file: one object of tensors by name, each with <c>dtype</c>, <c>shape</c> and
/// <c>data_offsets</c>, and <c>__metadata__</c>, a map of strings. Nothing in it is trusted.
/// </summary>
internal ref struct SafetensorsHeader
{
    private const int LongestShape = 64;

    private readonly WeightsOrigin _origin;
    private Utf8JsonReader _reader;

    private SafetensorsHeader(ReadOnlySpan<byte> json, WeightsOrigin origin)
    {
        _origin = origin;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
    }

    /// <summary>Reads the tensors, by name, in the order of the header.</summary>
    /// <exception cref="WeightsException">The header breaks the format's rules.</exception>
    public static OrderedDictionary<string, FileTensor> Parse(ReadOnlySpan<byte> json, WeightsOrigin origin)
    {
        if (json.IsEmpty || json[0] != (byte)'{')
        {
            throw origin.NotSafetensors("its header does not begin with '{'.");
        }

        if (!Utf8.IsValid(json))
        {
            throw origin.NotSafetensors("its header is not valid UTF-8.");
        }

        try
        {
            return new SafetensorsHeader(json, origin).ReadTensors();
        }
        catch (JsonException exception)
        {
            throw origin.NotSafetensors($"its header is not valid JSON: {exception.Message}", exception);
        }
    }

    private OrderedDictionary<string, FileTensor> ReadTensors()
    {
        OrderedDictionary<string, FileTensor> tensors = new(StringComparer.Ordinal);
        bool hasMetadata = false;
        _reader.Read();
        while (ReadPropertyName() is { } name)
        {
            if (name == "__metadata__")
            {
                if (hasMetadata)
                {
                    throw Refuse("'__metadata__' stands twice");
                }

                hasMetadata = true;
                ReadMetadata();
            }
            else if (tensors.ContainsKey(name))
            {
                throw Refuse($"tensor {TensorName.Quote(name)} stands twice");
            }
            else
            {
                tensors.Add(name, ReadTensor(name));
            }
        }

        _reader.Read(); // Anything but white space after the object is a JsonException.
        return tensors;
    }

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, "'__metadata__' must be an object of strings");
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (ReadPropertyName() is { } key)
        {
            if (!keys.Add(key))
            {
                throw Refuse($"the key {TensorName.Quote(key)} stands twice in '__metadata__'");
            }

            Expect(JsonTokenType.String, $"the value of {TensorName.Quote(key)} in '__metadata__' must be a string");
            ReadText();
        }
    }

    private FileTensor ReadTensor(string name)
    {
        string subject = $"tensor {TensorName.Quote(name)}";
        Expect(JsonTokenType.StartObject, $"{subject} must be an object with 'dtype', 'shape' and 'data_offsets'");
        ElementType? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        while (ReadPropertyName() is { } property)
        {
            if ((property == "dtype" && type is not null) || (property == "shape" && shape is not null)
                || (property == "data_offsets" && offsets is not null))
            {
                throw Refuse($"{subject} has '{property}' twice");
            }

            switch (property)
            {
                case "dtype":
                    Expect(JsonTokenType.String, $"the 'dtype' of {subject} must be a string");
                    string typeName = ReadText();
                    type = ElementType.Find(typeName)
                        ?? throw Refuse($"{subject} has dtype {TensorName.Quote(typeName)}, which is not a type of the format (F32, F16 and BF16 are read)");
                    break;
                case "shape":
                    shape = ReadNumbers($"the 'shape' of {subject}", LongestShape);
                    break;
                case "data_offsets":
                    offsets = ReadNumbers($"the 'data_offsets' of {subject}", 2);
                    break;
                default:
                    _reader.Read();
                    _reader.Skip();
                    break;
            }
        }

        if (type is null || shape is null || offsets is null)
        {
            throw Refuse($"{subject} has no '{(type is null ? "dtype" : shape is null ? "shape" : "data_offsets")}'");
        }

        return offsets.Count == 2
            ? new FileTensor(name, type, shape, offsets[0], offsets[1])
            : throw Refuse(Invariant($"the 'data_offsets' of {subject} must be two numbers, and there are {offsets.Count}"));
    }

    private List<long> ReadNumbers(string subject, int most)
    {
        Expect(JsonTokenType.StartArray, $"{subject} must be an array of whole numbers");
        List<long> numbers = [];
        while (true)
        {
            ReadToken();
            if (_reader.TokenType == JsonTokenType.EndArray)
            {
                return numbers;
            }

            if (_reader.TokenType != JsonTokenType.Number || _reader.ValueSpan[0] == (byte)'-'
                || !_reader.TryGetInt64(out long number))
            {
                throw Refuse($"{subject} must hold whole numbers from 0 to 2^63 - 1, written in digits alone");
            }

            if (numbers.Count == most)
            {
                throw Refuse(Invariant($"{subject} must not have more than {most} numbers"));
            }

            numbers.Add(number);
        }
    }

    private string? ReadPropertyName()
    {
        ReadToken();
        return _reader.TokenType == JsonTokenType.PropertyName ? ReadText() : null;
    }

    private void Expect(JsonTokenType type, string rule)
    {
        ReadToken();
        if (_reader.TokenType != type)
        {
            throw Refuse(rule);
        }
    }

    private void ReadToken()
    {
        if (!_reader.Read())
        {
            throw Refuse("it ends in the middle");
        }
    }

    private string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // An escape such as \ud800 that stands for half a character.
            throw _origin.NotSafetensors(
                Invariant($"at byte {_reader.TokenStartIndex} of its header, a string escapes half of a surrogate pair."), exception);
        }
    }

    private readonly WeightsException Refuse(string problem) =>
        _origin.NotSafetensors(Invariant($"at byte {_reader.TokenStartIndex} of its header, {problem}."));
}
