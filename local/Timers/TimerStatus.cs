using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shouwang.Local.Timers;

/// <summary>What is remembered of a timer between runs (时间表状态), in the host's own words.</summary>
sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public static TimerStatus? Load(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), TimerJson.Default.TimerStatus) : null;

    /// <summary>Written beside and moved into place, so that a cut never leaves half a file.</summary>
    public void Save(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this, TimerJson.Default.TimerStatus));
        File.Move(file + ".new", file, overwrite: true);
    }
}

[JsonSerializable(typeof(TimerStatus))]
sealed partial class TimerJson : JsonSerializerContext;
