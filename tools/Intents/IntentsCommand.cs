using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shouwang.Tools.Intents;

/// <summary><c>shouwang intents train</c> makes bot/Understanding/Data/intents.json from tools/Intents/utterances.yaml; <c>shouwang intents measure</c> says how well sets of utterances are understood.</summary>
internal static class IntentsCommand
{
    /// <summary>Least distance between the best and the second intent, in hundredths of a logit, for the best to be taken.</summary>
    private const int Least = 50;

    public static Command Create()
    {
        var utterances = new Option<FileInfo>("--utterances") { Description = "Templates by intent (YAML).", DefaultValueFactory = _ => new("tools/Intents/utterances.yaml") };
        var model = new Option<FileInfo>("--model") { Description = "Where the model is written (JSON).", DefaultValueFactory = _ => new("bot/Understanding/Data/intents.json") };
        var train = new Command("train", "Train the intent model from our own utterances.") { utterances, model };
        train.SetAction(parsed => Train(parsed.GetRequiredValue(utterances), parsed.GetRequiredValue(model)));
        var sets = new Argument<FileInfo[]>("sets") { Description = "Utterances by intent and family (YAML)." };
        var measure = new Command("measure", "Say how well sets of utterances are understood, with intervals, and what is not.") { sets };
        measure.SetAction(parsed => Measure(parsed.GetRequiredValue(sets), parsed.InvocationConfiguration.Output));
        return new Command("intents", "The bot's intent model.") { train, measure };
    }

    private static int Measure(FileInfo[] sets, TextWriter output)
    {
        foreach (var set in sets)
        {
            var measured = new Measuring(Measuring.Read(File.ReadAllText(set.FullName)));
            foreach (var wrong in measured.Wrong)
                output.WriteLine($"{wrong.Text}: meant {wrong.Meant}, understood {wrong.Understood}");
            output.WriteLine($"{set.Name}: {measured.Count} utterances");
            foreach (var measure in (Measure[])[measured.MacroF1, measured.OutsideRecall, measured.Accuracy, measured.Misled, measured.AskedAgain])
                output.WriteLine($"  {measure}");
        }
        return 0;
    }

    private static int Train(FileInfo utterances, FileInfo model)
    {
        if (!utterances.Exists)
        {
            Console.Error.WriteLine($"There is no file {utterances.FullName}. Start the command in the repository's root or say --utterances.");
            return 1;
        }
        var read = Utterances.Read(File.ReadAllText(utterances.FullName));
        var trained = Training.Train(read);
        File.WriteAllBytes(model.FullName, Write(trained));
        Console.WriteLine($"{read.Count} utterances of {read.Select(u => u.Family).Distinct().Count()} families, {trained.Intents.Length} intents, {trained.Weights.Count()} features → {model.FullName}");
        return 0;
    }

    internal static byte[] Write(TrainedModel trained)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("least", Least);
            json.WriteStartArray("intents");
            foreach (var intent in trained.Intents)
                json.WriteStringValue(intent.ToString());
            json.WriteEndArray();
            json.WriteStartArray("bias");
            foreach (var bias in trained.Bias)
                json.WriteNumberValue(bias);
            json.WriteEndArray();
            json.WriteStartObject("weights");
            foreach (var (feature, weights) in trained.Weights)
            {
                json.WriteStartArray(feature);
                foreach (var (intent, weight) in weights)
                {
                    json.WriteNumberValue(intent);
                    json.WriteNumberValue(weight);
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
