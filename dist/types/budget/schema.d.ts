/**
 * The configuration's one schema: it validates, and `scripts/schema.ts` publishes it as docs/config.schema.json. Each
 * error text completes the sentence "it must be …".
 */
import * as z from 'zod';
export declare const configSchema: z.ZodObject<{
    version: z.ZodLiteral<1>;
    models: z.ZodOptional<z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        inputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>>>;
        bind: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
        scenarios: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodRecord<z.ZodString, z.ZodInt>, z.ZodObject<{
            inputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>>>;
            bind: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
        }, z.core.$strict>]>>>;
        budgets: z.ZodOptional<z.ZodObject<{
            parameters: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            buffers: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            macs: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            flops: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            weightBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            quantBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            constantBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            activationBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            peakBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            peakInplaceBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            arenaBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            peakFloorBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            readBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            writeBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            fileBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
            coverage: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                min: z.ZodString;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                degree: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                level: z.ZodOptional<z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>>;
                message: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>]>>;
        }, z.core.$strict>>;
        layers: z.ZodOptional<z.ZodArray<z.ZodObject<{
            match: z.ZodString;
            budgets: z.ZodObject<{
                parameters: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                buffers: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                macs: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                flops: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                weightBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                quantBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                constantBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                readBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
                writeBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
                    min: z.ZodString;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
                    max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
                    growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
                    level: z.ZodOptional<z.ZodEnum<{
                        error: "error";
                        warn: "warn";
                    }>>;
                    message: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>]>>;
            }, z.core.$strict>;
        }, z.core.$strict>>>;
    }, z.core.$strict>>>;
    budgets: z.ZodOptional<z.ZodObject<{
        parameters: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        buffers: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        macs: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        flops: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        weightBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        quantBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        constantBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        activationBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        peakBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        peakInplaceBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        arenaBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        peakFloorBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        readBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        writeBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        fileBytes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
        coverage: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
            min: z.ZodString;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]> | z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodInt, z.ZodString]>, z.ZodObject<{
            max: z.ZodOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodString]>>;
            growth: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodUnion<readonly [z.ZodInt, z.ZodString]>]>>;
            level: z.ZodOptional<z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>>;
            message: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>]>>;
    }, z.core.$strict>>;
    override: z.ZodOptional<z.ZodObject<{
        label: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type RawConfig = z.infer<typeof configSchema>;
/** The schema as editors use it; draft 2020-12. */
export declare function publishedSchema(): object;
